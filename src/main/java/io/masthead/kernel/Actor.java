package io.masthead.kernel;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is asking, and what they may do. Every service method that decides by rights takes one, so
 * that nobody can forget to ask.
 *
 * @param userId null for a guest
 * @param ofRole what the role lets the user do, by whatever credentials
 * @param scopes what the credentials may be used for
 */
public record Actor(Long userId, Set<Capability> ofRole, Set<Scope> scopes) {

    /** A guest: reads what is public. */
    public static final Actor ANONYMOUS = new Actor(null, Set.of());

    public Actor {
        ofRole = Set.copyOf(ofRole);
        scopes = Set.copyOf(scopes);
    }

    /** Somebody who has signed in and is held back by no scope. */
    public Actor(Long userId, Set<Capability> ofRole) {
        this(userId, ofRole, EnumSet.allOf(Scope.class));
    }

    /** The same user by credentials that are good for these scopes only. */
    public Actor within(Set<Scope> allowed) {
        return new Actor(
                userId, ofRole, allowed.stream().filter(scopes::contains).collect(Collectors.toSet()));
    }

    /**
     * The same user held back by no scope: only to ask whether it is the role, or the credentials,
     * that stand against something.
     */
    public Actor unrestricted() {
        return new Actor(userId, ofRole);
    }

    public boolean isAnonymous() {
        return userId == null;
    }

    /** What of the role's powers the scopes let through. */
    public Set<Capability> capabilities() {
        return ofRole.stream().filter(this::can).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the role has the power, and a scope lets it through. */
    public boolean can(Capability capability) {
        return ofRole.contains(capability)
                && scopes.stream().anyMatch(scope -> scope.capabilities().contains(capability));
    }

    public boolean is(Long id) {
        return userId != null && userId.equals(id);
    }

    /**
     * @param what completes "You are not allowed to …", for example {@code "import content"}
     * @throws CmsException {@link ErrorCode#UNAUTHENTICATED} for a guest, {@link
     *     ErrorCode#FORBIDDEN} for anybody else without the power, {@link ErrorCode#SCOPE_MISSING}
     *     where it is the credentials that lack it
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
     * As {@link #require(Capability, String)}, for what writes and so takes a certain scope.
     *
     * @param scope one that lets the capability through
     */
    public void require(Capability capability, Scope scope, String what) {
        if (!ofRole.contains(capability)) {
            throw refused(what);
        }
        require(scope);
        require(capability, what);
    }

    /**
     * Every operation that writes asks for its scope, once it is known that the role allows it.
     * Guests are never refused: nothing was given to them that could be held back.
     *
     * @throws CmsException {@link ErrorCode#SCOPE_MISSING}
     */
    public void require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw scope.isGrantable()
                    ? missing(scope.word())
                    : new CmsException(ErrorCode.SCOPE_MISSING, "No token may do this; sign in first.");
        }
    }

    /**
     * For what leads to a way in: roles, the ways into others' accounts, and where links of mails
     * lead. A token that could change these would give more than its scopes name, and outlive its
     * own revocation.
     *
     * @throws CmsException {@link ErrorCode#SCOPE_MISSING} for who came by a token
     */
    public void requireSignIn() {
        require(Scope.ACCOUNT);
    }

    /** The refusal that suits this caller: sign in first, or never. */
    public CmsException refused(String what) {
        return isAnonymous()
                ? new CmsException(ErrorCode.UNAUTHENTICATED, "Sign in to " + what + ".")
                : new CmsException(ErrorCode.FORBIDDEN, "You are not allowed to " + what + ".");
    }

    private static CmsException missing(String words) {
        return new CmsException(ErrorCode.SCOPE_MISSING, "The token of this request lacks the scope " + words + ".");
    }
}
