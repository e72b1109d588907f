package io.masthead.comment.thread;

import io.masthead.comment.Comment;

/**
 * The position of a comment in the thread that readers see.
 *
 * @param aboveId the comment it is displayed under; null at the top
 * @param depth 1 at the top
 * @param path the ids from the top of the thread to the comment itself, {@value #DIGITS} digits each; sorted by
 *     it, the thread is in order
 */
public record ThreadPlace(Long aboveId, int depth, String path) {

    static final int DIGITS = 13;

    /** The maximum depth of all threads, including imported ones. */
    public static final int MAX_DEPTH = 100;

    public static ThreadPlace top(long id) {
        return new ThreadPlace(null, 1, segment(id));
    }

    public static ThreadPlace of(Comment comment) {
        return new ThreadPlace(comment.aboveId(), comment.depth(), comment.path());
    }

    /**
     * The position of a reply to a comment.
     *
     * @param parent the position of the comment replied to
     * @param seen whether that comment is visible; if not, the reply is displayed beside it
     * @param maxDepth deeper replies are displayed under the deepest comment that may have any
     */
    public static ThreadPlace answering(ThreadPlace parent, boolean seen, long id, int maxDepth) {
        int level = Math.min(seen ? parent.depth() : parent.depth() - 1, maxDepth - 1);
        return level == 0 ? top(id) : parent.upTo(level).below(id);
    }

    /** The position directly under this one. */
    ThreadPlace below(long id) {
        return new ThreadPlace(ownId(), depth + 1, path + segment(id));
    }

    /** The id of the comment at this position. */
    long ownId() {
        return idAt(depth);
    }

    /** This position, or its ancestor at the given depth. */
    ThreadPlace upTo(int level) {
        if (level >= depth) {
            return this;
        }
        return new ThreadPlace(level == 1 ? null : idAt(level - 1), level, path.substring(0, level * DIGITS));
    }

    static String segment(long id) {
        return "%013d".formatted(id);
    }

    private long idAt(int level) {
        return Long.parseLong(path.substring((level - 1) * DIGITS, level * DIGITS));
    }
}
