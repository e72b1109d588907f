package io.masthead.taxonomy;

import io.masthead.kernel.Filter;
import io.masthead.kernel.IdFilter;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import io.masthead.platform.db.PageQuery;
import io.masthead.platform.db.RowLocks;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

@ApplicationScoped
class TermRepository implements PanacheRepository<Term> {

    /** The maximum depth of the tree; it ends the search in a broken tree. */
    private static final int MAX_DEPTH = 1_000;

    private final StatelessSession stateless;

    TermRepository(StatelessSession stateless) {
        this.stateless = stateless;
    }

    /** One statement, and another one if a total is wanted that the page does not reveal. */
    Page<Term> search(TermQuery query) {
        var wanted = query.filter();
        if (wanted.isEmpty()) {
            return Page.empty(query.page());
        }
        var paginator = new Paginator<>(query.sort(), query.descending(), "t.id", query.page(), wanted);
        var page = new PageQuery<>("t", "Term t", "", conditions(wanted), paginator);
        return switch (query.sort()) {
            case LISTED_IDS -> page.readAsListed(stateless, Term.class, wanted.ids(), Term::id);
            case LISTED_SLUGS -> page.readAsListed(stateless, Term.class, wanted.slugs(), Term::slug);
            case NAME, COUNT, ID, SLUG, DESCRIPTION -> page.read(stateless, Term.class, Term::id);
        };
    }

    private static Filter conditions(TermFilter wanted) {
        var filter = new Filter()
                .and("t.kind in :kinds", "kinds", wanted.kinds())
                .and("t.slug in :slugs", "slugs", wanted.slugs())
                .and("t.id in :ids", "ids", wanted.ids())
                .and("t.id not in :excludedIds", "excludedIds", wanted.excludedIds());
        if (wanted.parentId() != null) {
            if (wanted.parentId() == IdFilter.TOP) {
                filter.and("t.parentId is null");
            } else {
                filter.and("t.parentId = :parent", "parent", wanted.parentId());
            }
        }
        if (wanted.used()) {
            filter.and("t.publishedCount > 0");
        }
        if (wanted.search() != null) {
            if (wanted.searchedFields().isEmpty()) {
                wanted.search().addTo(filter, "t.searchText");
            } else {
                var fields =
                        wanted.searchedFields().stream().map(TermField::path).toList();
                wanted.search().addTo(filter, List.of(), fields);
            }
        }
        return filter;
    }

    Optional<Term> find(TermKind kind, long id) {
        return findByIdOptional(id).filter(term -> term.kind() == kind);
    }

    List<Term> findAll(TermKind kind, Collection<Long> ids) {
        var filter = new Filter().and("id in :ids", "ids", ids).and("kind = :kind", "kind", kind);
        return ids.isEmpty() ? List.of() : list(filter.conditions(), filter.params());
    }

    /** 0 for a term that does not exist. */
    int publishedCount(TermKind kind, long id) {
        return stateless
                .createQuery("select t.publishedCount from Term t where t.kind = :kind and t.id = :id", Integer.class)
                .setParameter("kind", kind)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElse(0);
    }

    /** By current or former slug; 0 for a term that does not exist. */
    int publishedCount(TermKind kind, String slug) {
        return stateless
                .createQuery(
                        "select t.publishedCount from Term t, SlugEntry e"
                                + " where t.id = e.ownerId and e.scope = :scope and e.slug = :slug",
                        Integer.class)
                .setParameter("scope", kind.slugScope())
                .setParameter("slug", slug)
                .getResultStream()
                .findFirst()
                .orElse(0);
    }

    /** By current or former slug; unknown ones are absent. */
    List<Long> ids(TermKind kind, Collection<String> slugs) {
        return getEntityManager()
                .createQuery(
                        "select e.ownerId from SlugEntry e" + " where e.scope = :scope and e.slug in :slugs",
                        Long.class)
                .setParameter("scope", kind.slugScope())
                .setParameter("slugs", slugs)
                .getResultList();
    }

    /** Locks the term for a change. */
    Optional<Term> lock(TermKind kind, long id) {
        return Optional.ofNullable(findById(id, LockModeType.PESSIMISTIC_WRITE)).filter(term -> term.kind() == kind);
    }

    /** As {@link #lock(TermKind, long)}, for several; missing ones are skipped. */
    void lock(Collection<Long> ids) {
        RowLocks.lock(getEntityManager(), "term", ids);
    }

    /** As {@link #lock(Collection)}, and no post can get them meanwhile. */
    void lockForDeletion(Collection<Long> ids) {
        RowLocks.lockForDeletion(getEntityManager(), "term", ids);
    }

    /** Terms whose name has the same key; for categories only below the same parent. */
    List<Term> namedLike(TermKind kind, String nameKey, Long parentId) {
        if (kind == TermKind.TAG) {
            return list("kind = ?1 and nameKey = ?2", kind, nameKey);
        }
        return parentId == null
                ? list("kind = ?1 and nameKey = ?2 and parentId is null", kind, nameKey)
                : list("kind = ?1 and nameKey = ?2 and parentId = ?3", kind, nameKey, parentId);
    }

    /** All terms whose names have these keys. */
    List<Term> named(TermKind kind, Collection<String> nameKeys) {
        return nameKeys.isEmpty() ? List.of() : list("kind = ?1 and nameKey in ?2 order by id", kind, nameKeys);
    }

    /** Whether the first is the second or one of its ancestors. */
    boolean isAbove(long id, long below) {
        return !getEntityManager()
                .createNativeQuery("""
                        with recursive above(id, parent_id, depth) as (
                            select t.id, t.parent_id, 1 from term t where t.id = :below
                            union all
                            select t.id, t.parent_id, a.depth + 1
                            from above a join term t on t.id = a.parent_id
                            where a.depth < :max)
                        select id from above where id = :id""", Long.class)
                .setParameter("below", below)
                .setParameter("id", id)
                .setParameter("max", MAX_DEPTH)
                .getResultList()
                .isEmpty();
    }

    /** See {@link TermService#withDescendants}. */
    Map<String, List<Long>> withDescendants(Collection<String> slugs) {
        if (slugs.isEmpty()) {
            return Map.of();
        }
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                                with recursive below(asked, id, depth) as (
                                    select s.slug, s.owner_id, 1 from slug s
                                    where s.scope = :scope and s.slug in (:slugs)
                                    union all
                                    select b.asked, t.id, b.depth + 1
                                    from below b join term t on t.parent_id = b.id
                                    where b.depth < :max)
                                select asked, id from below order by asked, depth, id""", Tuple.class)
                .setParameter("scope", TermKind.CATEGORY.slugScope())
                .setParameter("slugs", slugs)
                .setParameter("max", MAX_DEPTH)
                .getResultList();
        var found = new HashMap<String, List<Long>>();
        for (var row : rows) {
            var tuple = (Tuple) row;
            found.computeIfAbsent(tuple.get(0, String.class), asked -> new ArrayList<>())
                    .add(tuple.get(1, Number.class).longValue());
        }
        return found;
    }

    /** The ids of the descendants of a category; none for a tag. */
    List<Long> below(Term term) {
        return term.kind() == TermKind.CATEGORY
                ? withDescendantsOf(List.of(term.id())).getOrDefault(term.id(), List.of()).stream()
                        .filter(id -> !id.equals(term.id()))
                        .toList()
                : List.of();
    }

    /** See {@link TermService#withDescendantsOf}. */
    Map<Long, List<Long>> withDescendantsOf(Collection<Long> ids) {
        List<?> rows = getEntityManager()
                .createNativeQuery("""
                                with recursive below(asked, id, depth) as (
                                    select t.id, t.id, 1 from term t
                                    where t.kind = :kind and t.id in (:ids)
                                    union all
                                    select b.asked, t.id, b.depth + 1
                                    from below b join term t on t.parent_id = b.id
                                    where b.depth < :max)
                                select asked, id from below order by asked, depth, id""", Tuple.class)
                .setParameter("kind", TermKind.CATEGORY.name())
                .setParameter("ids", ids)
                .setParameter("max", MAX_DEPTH)
                .getResultList();
        var found = new HashMap<Long, List<Long>>();
        for (var row : rows) {
            var tuple = (Tuple) row;
            found.computeIfAbsent(tuple.get(0, Number.class).longValue(), asked -> new ArrayList<>())
                    .add(tuple.get(1, Number.class).longValue());
        }
        return found;
    }

    /** Takes few statements for many terms: most change by the same number. */
    void adjustCounts(Map<Long, Integer> deltas) {
        if (deltas.size() > 1) {
            lock(deltas.keySet());
        }
        deltas.entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, TreeMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())))
                .forEach((delta, ids) -> update("publishedCount = publishedCount + ?1 where id in ?2", delta, ids));
    }

    /** Moves the children of one category to another, or to the root. */
    void moveChildren(long parentId, Long newParentId, Instant now) {
        getEntityManager()
                .createQuery("update versioned Term t set t.parentId = :to, t.updatedAt = :now"
                        + " where t.parentId = :from")
                .setParameter("to", newParentId)
                .setParameter("now", now)
                .setParameter("from", parentId)
                .executeUpdate();
    }
}
