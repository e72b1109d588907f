package io.masthead.comment;

import io.masthead.kernel.WordSearch;
import io.masthead.post.TimeRange;
import java.util.List;

/**
 * Which comments a list is of; what is null does not matter.
 *
 * @param type null for comments and pings
 * @param statuses any of these
 * @param topLevel whether only those at the top of their thread are wanted
 * @param aboveId the comment that they stand directly under
 * @param authorId the user who wrote them
 * @param email of their author, in any case; for those who keep them
 * @param address that they came from; for those who keep them
 * @param search what their text and the name of their author must hold together; where only kept
 *     ones are looked at, also the e-mail address
 */
public record CommentFilter(
        Long postId,
        CommentType type,
        List<CommentStatus> statuses,
        boolean topLevel,
        Long aboveId,
        Long authorId,
        String email,
        String address,
        WordSearch search,
        TimeRange created) {

    private static final TimeRange ALWAYS = new TimeRange(null, null);

    /** What readers see of a post. */
    public static CommentFilter onPost(long postId, CommentType type, boolean topLevel) {
        return new CommentFilter(
                postId, type, List.of(CommentStatus.APPROVED), topLevel, null, null, null, null, null, ALWAYS);
    }

    /** What readers see, whatever it is on. */
    public static CommentFilter everywhere() {
        return new CommentFilter(
                null, null, List.of(CommentStatus.APPROVED), false, null, null, null, null, null, ALWAYS);
    }

    /** What readers see directly under a comment. */
    public static CommentFilter under(long commentId) {
        return new CommentFilter(
                null,
                CommentType.COMMENT,
                List.of(CommentStatus.APPROVED),
                false,
                commentId,
                null,
                null,
                null,
                null,
                ALWAYS);
    }

    /** Whether it asks for what only those may know who keep the comments. */
    boolean isForKeepers() {
        return email != null || address != null || !statuses.equals(List.of(CommentStatus.APPROVED));
    }
}
