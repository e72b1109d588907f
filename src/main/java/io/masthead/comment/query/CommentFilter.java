package io.masthead.comment.query;

import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentType;
import io.masthead.kernel.IdFilter;
import io.masthead.kernel.WordSearch;
import io.masthead.post.search.TimeRange;
import java.util.List;

/**
 * Conditions of a list of comments; null or empty adds none.
 *
 * @param types any of these
 * @param statuses any of these
 * @param onlyModerated only comments that the caller may moderate; implied by a filter by e-mail or network
 *     address
 * @param search words that must all occur in the text or the author's name; for those who may moderate the
 *     comments also in the e-mail address
 * @param phrase a text that must occur in the text or the public author data; for moderators of all comments
 *     also in the e-mail address and the network address
 */
public record CommentFilter(
        IdFilter ids,
        Place place,
        Author author,
        List<CommentType> types,
        List<CommentStatus> statuses,
        boolean onlyModerated,
        WordSearch search,
        String phrase,
        TimeRange created) {

    /**
     * The post and the position in the thread.
     *
     * @param postIds on any of these
     * @param onTrashedPosts on posts in the trash, or on all others; null for both
     * @param parents the comments they reply to; 0 stands for none
     * @param aboveId the comment that they are displayed directly under
     * @param topLevel only those at the top of their thread
     */
    public record Place(List<Long> postIds, Boolean onTrashedPosts, IdFilter parents, Long aboveId, boolean topLevel) {

        public static final Place ANYWHERE = new Place(List.of(), null, IdFilter.ALL, null, false);

        /** @param postId null for any post */
        public static Place onPost(Long postId) {
            return postId == null ? ANYWHERE : new Place(List.of(postId), null, IdFilter.ALL, null, false);
        }

        long onlyPostId() {
            return postIds.get(0);
        }
    }

    /**
     * The author.
     *
     * @param users the authors; 0 stands for guests
     * @param email of the author; case-insensitive
     * @param address the client's network address
     */
    public record Author(IdFilter users, String email, String address) {

        public static final Author ANYBODY = new Author(IdFilter.ALL, null, null);
    }

    private static final List<CommentStatus> SHOWN = List.of(CommentStatus.APPROVED);

    /**
     * The visible comments on a post.
     *
     * @param type null for comments and pings
     */
    public static CommentFilter onPost(long postId, CommentType type, boolean topLevel) {
        return shown(new Place(List.of(postId), null, IdFilter.ALL, null, topLevel), type);
    }

    /** All visible comments. */
    public static CommentFilter everywhere() {
        return shown(Place.ANYWHERE, null);
    }

    /** The visible comments directly under a comment. */
    public static CommentFilter under(long commentId) {
        return shown(new Place(List.of(), null, IdFilter.ALL, commentId, false), CommentType.COMMENT);
    }

    /** Visible comments by people on posts that are not in the trash. */
    static CommentFilter ofReaders() {
        return shown(new Place(List.of(), false, IdFilter.ALL, null, false), CommentType.COMMENT);
    }

    /**
     * Visible comments, or those of other statuses, which require the right to moderate.
     *
     * @param types any of these; empty for all
     * @param statuses any of these; empty for visible ones
     */
    public static CommentFilter of(
            Place place,
            Author author,
            List<CommentType> types,
            List<CommentStatus> statuses,
            WordSearch search,
            TimeRange created) {
        var wanted = statuses.isEmpty()
                ? SHOWN
                : statuses.stream().distinct().sorted().toList();
        return new CommentFilter(
                IdFilter.ALL, place, author, types, wanted, !wanted.equals(SHOWN), search, null, created);
    }

    private static CommentFilter shown(Place place, CommentType type) {
        return new CommentFilter(
                IdFilter.ALL,
                place,
                Author.ANYBODY,
                type == null ? List.of() : List.of(type),
                SHOWN,
                false,
                null,
                null,
                TimeRange.ALL);
    }

    /** Whether it finds only comments that the caller may moderate. */
    boolean isForModerators() {
        // Callers who are not shown addresses must not find a comment's author by filtering.
        return onlyModerated || author.email() != null || author.address() != null;
    }

    /** Whether texts are searched. */
    boolean isSearch() {
        return search != null || phrase != null;
    }
}
