package io.masthead.kernel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The caller and their rights. Every service method that checks rights has an Actor parameter, so that no check
 * is forgotten.
 *
 * @param userId null for a guest
 * @param ofRole the capabilities of the role, with any credentials
 * @param scopes what the credentials may be used for
 */
public record Actor(Long userId, Set<Capability> ofRole, Set<Scope> scopes) {

    /** A guest, who can read what is public. */
    public static final Actor ANONYMOUS = new Actor(null, Set.of());

    public Actor {
        ofRole = Set.copyOf(ofRole);
        scopes = Set.copyOf(scopes);
    }

    /** A signed-in user, restricted by no scope. */
    public Actor(Long userId, Set<Capability> ofRole) {
        this(userId, ofRole, EnumSet.allOf(Scope.class));
    }

    /** The same user with credentials of these scopes only. */
    public Actor within(Set<Scope> allowed) {
        return new Actor(
                userId, ofRole, allowed.stream().filter(scopes::contains).collect(Collectors.toSet()));
    }

    /**
     * The same user restricted by no scope: only to find out whether the role or the credentials prevent
     * something.
     */
    public Actor unrestricted() {
        return new Actor(userId, ofRole);
    }

    public boolean isAnonymous() {
        return userId == null;
    }

    /** The capabilities of the role that the scopes allow. */
    public Set<Capability> capabilities() {
        return ofRole.stream().filter(this::can).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the role has the capability, and a scope allows it. */
    public boolean can(Capability capability) {
        return ofRole.contains(capability)
                && scopes.stream().anyMatch(scope -> scope.capabilities().contains(capability));
    }

    public boolean is(Long id) {
        return userId != null && userId.equals(id);
    }

    /**
     * @param what completes "You are not allowed to …", for example {@code "import content"}
     * @throws CmsException {@link ErrorCode#UNAUTHENTICATED} for a guest, {@link ErrorCode#FORBIDDEN} for a
     *     user without the capability, {@link ErrorCode#SCOPE_MISSING} if only the credentials lack it
     */
    public void require(Capability capability, String what) {
        if (!ofRole.contains(capability)) {
            throw refused(what);
        }
        if (!can(capability)) {
            throw missing(Arrays.stream(Scope.values())
                    .filter(scope -> scope.capabilities().contains(capability))
                    .map(Scope::word)
                    .collect(Collectors.joining(" or ")));
        }
    }

    /**
     * As {@link #require(Capability, String)}, for writes, which require a certain scope.
     *
     * @param scope one that allows the capability
     */
    public void require(Capability capability, Scope scope, String what) {
        if (!ofRole.contains(capability)) {
            throw refused(what);
        }
        require(scope);
        require(capability, what);
    }

    /**
     * Every write requires its scope, after the role has been checked. Guests are never refused here: they have
     * no credentials to restrict.
     *
     * @throws CmsException {@link ErrorCode#SCOPE_MISSING}
     */
    public void require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw scope.isGrantable()
                    ? missing(scope.word())
                    : new CmsException(ErrorCode.SCOPE_MISSING, "A token cannot do this; sign in first.");
        }
    }

    /**
     * As {@link #require(Scope)}, for writes that either of two scopes allows.
     *
     * @throws CmsException {@link ErrorCode#SCOPE_MISSING}
     */
    public void requireEither(Scope one, Scope other) {
        if (!scopes.contains(one) && !scopes.contains(other)) {
            throw missing(one.word() + " or " + other.word());
        }
    }

    /**
     * For operations that affect access: roles, the credentials of others, and the target of mailed links. A
     * token that could change these would grant more than its scopes, and outlive its own revocation.
     *
     * @throws CmsException {@link ErrorCode#SCOPE_MISSING} for a caller with a token
     */
    public void requireSignIn() {
        require(Scope.ACCOUNT);
    }

    /** The refusal for this caller: sign in first, or not allowed. */
    public CmsException refused(String what) {
        return isAnonymous()
                ? new CmsException(ErrorCode.UNAUTHENTICATED, "Sign in to " + what + ".")
                : new CmsException(ErrorCode.FORBIDDEN, "You are not allowed to " + what + ".");
    }

    private static CmsException missing(String words) {
        return new CmsException(ErrorCode.SCOPE_MISSING, "The token of this request lacks the scope " + words + ".");
    }
}
