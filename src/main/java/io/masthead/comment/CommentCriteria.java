package io.masthead.comment;

import io.masthead.post.TimeRange;
import java.util.List;

/**
 * Which comments a list with a total is of, whatever they are on; what is null or empty does not
 * matter.
 *
 * @param ids any of these
 * @param notIds none of these
 * @param posts on any of these
 * @param parents answers to any of these; 0 stands for those that answer none
 * @param notParents answers to none of these
 * @param authors by any of these users; 0 stands for guests
 * @param notAuthors by none of these users
 * @param types any of these
 * @param statuses any of these
 * @param trashedPosts whether on posts in the trash; else on all others
 * @param email of their author, in any case; for moderators
 * @param search what their text or what is public of their author contains; for moderators also the
 *     e-mail address and the network address
 */
public record CommentCriteria(
        List<Long> ids,
        List<Long> notIds,
        List<Long> posts,
        List<Long> parents,
        List<Long> notParents,
        List<Long> authors,
        List<Long> notAuthors,
        List<CommentType> types,
        List<CommentStatus> statuses,
        boolean trashedPosts,
        String email,
        String search,
        TimeRange created) {

    /** What readers see. */
    static final CommentCriteria SHOWN = new CommentCriteria(
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(CommentType.COMMENT),
            List.of(CommentStatus.APPROVED),
            false,
            null,
            null,
            TimeRange.ALL);
}
