package io.masthead.kernel;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who is asking, and what they may do. Every service method that decides by rights takes one, so
 * that nobody can forget to ask.
 *
 * @param userId null for a guest
 * @param scopes what the credentials may be used for
 */
public record Actor(Long userId, Set<Capability> capabilities, Set<Scope> scopes) {

    /** A guest: reads what is public. */
    public static final Actor ANONYMOUS = new Actor(null, Set.of());

    public Actor {
        capabilities = Set.copyOf(capabilities);
        scopes = Set.copyOf(scopes);
    }

    /** Somebody who has signed in and is held back by no scope. */
    public Actor(Long userId, Set<Capability> capabilities) {
        this(userId, capabilities, EnumSet.allOf(Scope.class));
    }

    /** The same user by credentials that are good for these scopes only. */
    public Actor within(Set<Scope> allowed) {
        if (allowed.size() == Scope.values().length) {
            return this;
        }
        var left =
                capabilities.stream()
                        .filter(
                                capability ->
                                        allowed.stream()
                                                .anyMatch(
                                                        scope ->
                                                                scope.capabilities()
                                                                        .contains(capability)))
                        .collect(Collectors.toUnmodifiableSet());
        return new Actor(userId, left, allowed);
    }

    public boolean isAnonymous() {
        return userId == null;
    }

    public boolean can(Capability capability) {
        return capabilities.contains(capability);
    }

    public boolean is(Long id) {
        return userId != null && userId.equals(id);
    }

    /**
     * @param what completes "You are not allowed to …", for example {@code "import content"}
     * @throws CmsException {@link ErrorCode#UNAUTHENTICATED} for a guest, {@link
     *     ErrorCode#FORBIDDEN} for anybody else without the power
     */
    public void require(Capability capability, String what) {
        if (!can(capability)) {
            throw refused(what);
        }
    }

    /**
     * Every operation that writes asks for its scope first.
     *
     * @throws CmsException {@link ErrorCode#SCOPE_MISSING}
     */
    public void require(Scope scope) {
        if (!scopes.contains(scope)) {
            throw new CmsException(
                    ErrorCode.SCOPE_MISSING,
                    scope.isGrantable()
                            ? "The token of this request lacks the scope %s."
                                    .formatted(
                                            scope.name().toLowerCase(Locale.ROOT).replace('_', ':'))
                            : "No token may do this; sign in first.");
        }
    }

    /** The refusal that suits this caller: sign in first, or never. */
    public CmsException refused(String what) {
        return isAnonymous()
                ? new CmsException(ErrorCode.UNAUTHENTICATED, "Sign in to " + what + ".")
                : new CmsException(ErrorCode.FORBIDDEN, "You are not allowed to " + what + ".");
    }
}
