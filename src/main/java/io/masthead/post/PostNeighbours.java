package io.masthead.post;

import java.util.Comparator;
import java.util.List;

/**
 * The published posts next to a post in the default order.
 *
 * @param previous the one before it in time; null for the first
 * @param next the one after it in time; null for the last
 */
public record PostNeighbours(Post previous, Post next) {

    private static final Comparator<Post> USUAL =
            Comparator.comparing(Post::sortAt).thenComparing(Post::id);

    public static final PostNeighbours NONE = new PostNeighbours(null, null);

    /** The neighbours among the posts found, at most one on each side. */
    static PostNeighbours of(Post post, List<Post> found) {
        return new PostNeighbours(
                found.stream()
                        .filter(other -> USUAL.compare(other, post) < 0)
                        .findFirst()
                        .orElse(null),
                found.stream()
                        .filter(other -> USUAL.compare(other, post) > 0)
                        .findFirst()
                        .orElse(null));
    }
}
