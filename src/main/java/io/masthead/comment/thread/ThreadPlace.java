package io.masthead.comment.thread;

import io.masthead.comment.Comment;

/**
 * Where in its thread readers see a comment.
 *
 * @param aboveId the comment it stands under; null at the top
 * @param depth 1 at the top
 * @param path the ids from the top of the thread down to the comment itself, {@value #DIGITS}
 *     digits each: whoever sorts by it, character by character, reads the thread in order
 */
public record ThreadPlace(Long aboveId, int depth, String path) {

    static final int DIGITS = 13;

    /** No thread is deeper, imported ones included. */
    public static final int MAX_DEPTH = 100;

    public static ThreadPlace top(long id) {
        return new ThreadPlace(null, 1, segment(id));
    }

    public static ThreadPlace of(Comment comment) {
        return new ThreadPlace(comment.aboveId(), comment.depth(), comment.path());
    }

    /**
     * The place of an answer to a comment.
     *
     * @param parent where the answered comment stands
     * @param seen whether readers see that comment; if not, the answer stands beside it
     * @param maxDepth deeper answers stand under the deepest comment that may have any
     */
    public static ThreadPlace answering(ThreadPlace parent, boolean seen, long id, int maxDepth) {
        int level = Math.min(seen ? parent.depth() : parent.depth() - 1, maxDepth - 1);
        return level == 0 ? top(id) : parent.upTo(level).below(id);
    }

    /** The place of a comment directly under the one that stands here. */
    ThreadPlace below(long id) {
        return new ThreadPlace(ownId(), depth + 1, path + segment(id));
    }

    /** The id of the comment that stands here. */
    long ownId() {
        return idAt(depth);
    }

    /** The comment above this place, or this one, at the given depth. */
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
