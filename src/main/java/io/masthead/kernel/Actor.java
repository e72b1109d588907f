package io.masthead.kernel;

import java.util.Set;

/**
 * Who is asking, and what they may do. Every service method that decides by rights takes one, so
 * that nobody can forget to ask.
 *
 * @param userId null for a guest
 */
public record Actor(Long userId, Set<Capability> capabilities) {

    /** A guest: reads what is public. */
    public static final Actor ANONYMOUS = new Actor(null, Set.of());

    public Actor {
        capabilities = Set.copyOf(capabilities);
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

    /** The refusal that suits this caller: sign in first, or never. */
    public CmsException refused(String what) {
        return isAnonymous()
                ? new CmsException(ErrorCode.UNAUTHENTICATED, "Sign in to " + what + ".")
                : new CmsException(ErrorCode.FORBIDDEN, "You are not allowed to " + what + ".");
    }
}
