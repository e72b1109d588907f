package io.masthead.privacy;

/**
 * What to do with the posts, pages and media of a deleted user.
 *
 * @param reassignToUserId the user who gets all of it; null to move posts and pages to the trash and assign the
 *     rest to the caller
 */
public record UserContent(Long reassignToUserId) {

    public static final UserContent TRASHED = new UserContent(null);

    public static UserContent givenTo(long reassignToUserId) {
        return new UserContent(reassignToUserId);
    }

    boolean isTrashed() {
        return reassignToUserId == null;
    }

    /** For the audit trail. */
    String auditReason() {
        return isTrashed() ? "content trashed" : "content given to user " + reassignToUserId;
    }
}
