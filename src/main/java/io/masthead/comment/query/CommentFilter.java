package io.masthead.comment.query;

import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentType;
import io.masthead.kernel.IdFilter;
import io.masthead.kernel.WordSearch;
import io.masthead.post.search.TimeRange;
import java.util.List;

/**
 * Which comments a list is of; what is null or empty does not matter.
 *
 * @param types any of these
 * @param statuses any of these
 * @param onlyModerated whether only those are wanted that the caller may moderate; a filter by e-mail
 *     or network address always means these
 * @param search words that their text and the name of their author must hold together; for those who
 *     may moderate them the e-mail address is searched too
 * @param phrase what their text or what is public of their author contains as it stands; for moderators
 *     of all comments the e-mail address and the network address are searched too
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
     * What comments are on, and where in the thread.
     *
     * @param postIds on any of these
     * @param onTrashedPosts whether on posts in the trash, or on all others; null for either
     * @param parents what they answer; 0 stands for those that answer no comment
     * @param aboveId the comment that they stand directly under
     * @param topLevel whether only those at the top of their thread are wanted
     */
    public record Place(List<Long> postIds, Boolean onTrashedPosts, IdFilter parents, Long aboveId, boolean topLevel) {

        public static final Place ANYWHERE = new Place(List.of(), null, IdFilter.ALL, null, false);

        /**
         * @param postId null for any post
         */
        public static Place onPost(Long postId) {
            return postId == null ? ANYWHERE : new Place(List.of(postId), null, IdFilter.ALL, null, false);
        }

        long onlyPostId() {
            return postIds.get(0);
        }
    }

    /**
     * Who wrote comments.
     *
     * @param users the users who wrote them; 0 stands for guests
     * @param email of their author, in any case
     * @param address the network address that they came from
     */
    public record Author(IdFilter users, String email, String address) {

        public static final Author ANYBODY = new Author(IdFilter.ALL, null, null);
    }

    private static final List<CommentStatus> SHOWN = List.of(CommentStatus.APPROVED);

    /**
     * What readers see of a post.
     *
     * @param type null for comments and pings
     */
    public static CommentFilter onPost(long postId, CommentType type, boolean topLevel) {
        return shown(new Place(List.of(postId), null, IdFilter.ALL, null, topLevel), type);
    }

    /** What readers see, whatever it is on. */
    public static CommentFilter everywhere() {
        return shown(Place.ANYWHERE, null);
    }

    /** What readers see directly under a comment. */
    public static CommentFilter under(long commentId) {
        return shown(new Place(List.of(), null, IdFilter.ALL, commentId, false), CommentType.COMMENT);
    }

    /** What readers see of what people said on posts that are not in the trash. */
    static CommentFilter ofReaders() {
        return shown(new Place(List.of(), false, IdFilter.ALL, null, false), CommentType.COMMENT);
    }

    /**
     * What a list shows: what readers see, unless other statuses are asked for, which only those may
     * know of who moderate the comments.
     *
     * @param types any of these; empty for all
     * @param statuses any of these; empty for what readers see
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

    /** Whether it finds only what the caller may moderate. */
    boolean isForModerators() {
        // Whoever is shown no address must not find out whose a comment is by asking for it.
        return onlyModerated || author.email() != null || author.address() != null;
    }

    /** Whether texts are searched. */
    boolean isSearch() {
        return search != null || phrase != null;
    }
}
