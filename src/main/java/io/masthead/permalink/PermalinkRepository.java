package io.masthead.permalink;

import io.masthead.kernel.Filter;
import io.masthead.platform.db.FilteredQuery;
import io.masthead.post.PostStatus;
import io.masthead.post.search.TrashedSlug;
import io.masthead.taxonomy.TermKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads the related objects that URLs need; one statement per method, in the transaction of the caller, if there is one. */
@ApplicationScoped
@Transactional
class PermalinkRepository {

    private final EntityManager entities;

    PermalinkRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** These pages and their ancestors. */
    Map<Long, PathSegment> pages(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : tree("""
                        with recursive up(id, parent_id, slug, status, depth) as (
                            select p.id, p.parent_id, p.slug, p.status, 1
                            from post p where p.id in (:ids)
                            union all
                            select p.id, p.parent_id, p.slug, p.status, u.depth + 1
                            from up u join post p on p.id = u.parent_id where u.depth < :max)
                        select distinct id, parent_id, slug, status from up""", ids);
    }

    /** These categories and their ancestors. */
    Map<Long, PathSegment> categories(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : tree("""
                        with recursive up(id, parent_id, slug, depth) as (
                            select t.id, t.parent_id, t.slug, 1 from term t where t.id in (:ids)
                            union all
                            select t.id, t.parent_id, t.slug, u.depth + 1
                            from up u join term t on t.id = u.parent_id where u.depth < :max)
                        select distinct id, parent_id, slug, '' from up""", ids);
    }

    /** The category with the lowest id of each post, which its URL contains. */
    Map<Long, Long> firstCategories(Collection<Long> postIds) {
        var filter = new Filter()
                .and("t.post.id in :ids", "ids", postIds)
                .and("t.term.kind = :kind", "kind", TermKind.CATEGORY);
        return postIds.isEmpty()
                ? Map.of()
                : FilteredQuery.of(
                                entities,
                                Tuple.class,
                                "select t.post.id, min(t.term.id) from PostTerm t",
                                filter,
                                " group by t.post.id")
                        .getResultStream()
                        .collect(Collectors.toMap(row -> row.get(0, Long.class), row -> row.get(1, Long.class)));
    }

    Map<Long, PermalinkSource> sources(Collection<Long> postIds) {
        return postIds.isEmpty()
                ? Map.of()
                : FilteredQuery.of(
                                entities,
                                PermalinkSource.class,
                                "select new io.masthead.permalink.PermalinkSource(p.id, p.type,"
                                        + " p.status, p.slug, p.sortAt, p.shownDate, p.parentId, p.author.slug)"
                                        + " from Post p",
                                new Filter().and("p.id in :ids", "ids", postIds))
                        .getResultStream()
                        .collect(Collectors.toMap(PermalinkSource::id, place -> place));
    }

    private Map<Long, PathSegment> tree(String query, Collection<Long> ids) {
        var tree = new HashMap<Long, PathSegment>();
        for (var row : entities.createNativeQuery(query, Tuple.class)
                .setParameter("ids", ids)
                .setParameter("max", PathSegment.MAX_DEPTH)
                .getResultList()) {
            var tuple = (Tuple) row;
            var slug = tuple.get(2, String.class);
            var trashed = PostStatus.TRASHED.name().equals(tuple.get(3, String.class));
            var parent = tuple.get(1, Number.class);
            tree.put(
                    tuple.get(0, Number.class).longValue(),
                    new PathSegment(
                            parent == null ? null : parent.longValue(),
                            trashed && slug != null ? TrashedSlug.marked(slug) : slug));
        }
        return tree;
    }
}
