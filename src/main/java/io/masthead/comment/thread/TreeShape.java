package io.masthead.comment.thread;

/**
 * How much of each thread a tree shows.
 *
 * @param depth levels, 1 to {@value #MAX_DEPTH}
 * @param replies replies to each comment, 1 to {@value #MAX_REPLIES}
 */
public record TreeShape(int depth, int replies) {

    /** For clients that do not choose one. */
    public static final TreeShape DEFAULT = new TreeShape(3, 5);

    public static final int MAX_DEPTH = 10;
    public static final int MAX_REPLIES = 50;

    /** The maximum size of a tree; larger ones are refused. */
    public static final int MAX_COMMENTS = 2_000;

    /** Whether a page of this many threads stays within {@link #MAX_COMMENTS}. */
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
