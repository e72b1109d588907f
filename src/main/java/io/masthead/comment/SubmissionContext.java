package io.masthead.comment;

import io.masthead.comment.thread.ThreadPlace;

/**
 * What the database knows about a new comment before it is stored.
 *
 * @param id the next id
 * @param idTaken whether an import has used that id already
 * @param duplicate whether its author has submitted the same before
 * @param knownAuthor whether its author has an approved comment
 * @param parent the comment it replies to; null if there is none with that id
 */
record SubmissionContext(long id, boolean idTaken, boolean duplicate, boolean knownAuthor, Parent parent) {

    /** The comment that is replied to. */
    record Parent(long postId, CommentType type, CommentStatus status, ThreadPlace place) {

        boolean isSeen() {
            return status == CommentStatus.APPROVED;
        }
    }
}
