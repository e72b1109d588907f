package io.masthead.comment.thread;

/**
 * How much of each thread a tree shows at once.
 *
 * @param depth levels, 1 to {@value #MAX_DEPTH}
 * @param replies answers to each comment, 1 to {@value #MAX_REPLIES}
 */
public record TreeShape(int depth, int replies) {

    public static final int MAX_DEPTH = 10;
    public static final int MAX_REPLIES = 50;

    /** A tree that could show more than this is refused. */
    public static final int MAX_COMMENTS = 2_000;

    /** Whether a page of so many threads stays within what one answer shows. */
    public boolean fits(int threads) {
        long level = threads;
        long all = threads;
        for (int i = 1; i < depth && all <= MAX_COMMENTS; i++) {
            level *= replies;
            all += level;
        }
        return all <= MAX_COMMENTS;
    }
}
