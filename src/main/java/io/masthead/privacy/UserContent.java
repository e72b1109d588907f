package io.masthead.privacy;

/**
 * What becomes of the posts, pages and media of a user who is deleted.
 *
 * @param reassignToUserId who is given all of it; null where posts and pages go to the trash and the rest to
 *     who deletes
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
    String inWords() {
        return isTrashed() ? "content trashed" : "content given to user " + reassignToUserId;
    }
}
