package io.masthead.post;

import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The published posts next to a post in the default order.
 *
 * @param previous the one before it in time; null for the first
 * @param next the one after it in time; null for the last
 */
public record PostNeighbours(Ref previous, Ref next) {

    /**
     * A short form of a published post.
     *
     * @param sortAt the date of publication
     * @param shownDate see {@link Post#shownDate}
     * @param authorSlug for its URL
     */
    public record Ref(
            long id,
            String title,
            String slug,
            Instant publishedAt,
            Instant sortAt,
            LocalDateTime shownDate,
            String authorSlug) {

        /** @param row the columns in the order of the components */
        static Ref of(Tuple row) {
            return new Ref(
                    row.get(0, Long.class),
                    row.get(1, String.class),
                    row.get(2, String.class),
                    row.get(3, Instant.class),
                    row.get(4, Instant.class),
                    row.get(5, LocalDateTime.class),
                    row.get(6, String.class));
        }
    }

    public static final PostNeighbours NONE = new PostNeighbours(null, null);

    private static final Comparator<Ref> USUAL =
            Comparator.comparing(Ref::sortAt).thenComparing(Ref::id);

    /** The neighbours among the posts found, at most one on each side. */
    static PostNeighbours of(Post post, List<Ref> found) {
        var self = new Ref(post.id(), null, null, null, post.sortAt(), null, null);
        return new PostNeighbours(
                found.stream()
                        .filter(other -> USUAL.compare(other, self) < 0)
                        .findFirst()
                        .orElse(null),
                found.stream()
                        .filter(other -> USUAL.compare(other, self) > 0)
                        .findFirst()
                        .orElse(null));
    }

    /** Those that exist. */
    public Stream<Ref> stream() {
        return Stream.of(previous, next).filter(Objects::nonNull);
    }
}
