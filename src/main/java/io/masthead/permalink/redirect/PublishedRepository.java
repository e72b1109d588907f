package io.masthead.permalink.redirect;

import io.masthead.kernel.Filter;
import io.masthead.permalink.PermalinkSource;
import io.masthead.platform.db.FilteredQuery;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;

/** Reads what the addresses of published posts and pages are made of; one statement per method. */
@ApplicationScoped
class PublishedRepository {

    record Published(PermalinkSource source, Instant updatedAt) {}

    private static final String SELECT = "select p.id, p.type, p.status, p.slug, p.sortAt, p.shownDate, p.parentId,"
            + " a.slug, p.updatedAt from Post p join p.author a";

    private final EntityManager entities;

    PublishedRepository(EntityManager entities) {
        this.entities = entities;
    }

    /**
     * Posts in the order of their ids.
     *
     * @param after the id of the last one before
     * @param updatedFrom null for all
     */
    List<Published> posts(long after, Instant updatedFrom, int limit) {
        var filter = published()
                .and("p.type = :type", "type", PostType.POST)
                .and("p.id > :after", "after", after)
                .and("p.updatedAt >= :from", "from", updatedFrom);
        return FilteredQuery.of(entities, Tuple.class, SELECT, filter, " order by p.id")
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Published(source(row), row.get(8, Instant.class)))
                .toList();
    }

    /** Posts and pages with one of these slugs. */
    List<PermalinkSource> named(Collection<String> slugs) {
        return slugs.isEmpty()
                ? List.of()
                : FilteredQuery.of(entities, Tuple.class, SELECT, published().and("p.slug in :slugs", "slugs", slugs))
                        .getResultStream()
                        .map(PublishedRepository::source)
                        .toList();
    }

    private static Filter published() {
        return new Filter().and("p.status = :published", "published", PostStatus.PUBLISHED);
    }

    private static PermalinkSource source(Tuple row) {
        return new PermalinkSource(
                row.get(0, Long.class),
                row.get(1, PostType.class),
                row.get(2, PostStatus.class),
                row.get(3, String.class),
                row.get(4, Instant.class),
                row.get(5, LocalDateTime.class),
                row.get(6, Long.class),
                row.get(7, String.class));
    }
}
