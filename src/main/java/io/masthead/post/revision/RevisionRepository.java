package io.masthead.post.revision;

import io.masthead.kernel.Filter;
import io.masthead.kernel.Keyset;
import io.masthead.kernel.Listing;
import io.masthead.kernel.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

@ApplicationScoped
class RevisionRepository implements PanacheRepository<Revision> {

    private static final String NEWEST_FIRST = " order by r.createdAt desc, r.id desc";

    Listing<RevisionView> search(RevisionQuery query, Paging paging) {
        var filter = filter(query);
        var counted = "from Revision r" + joined(query) + filter.where();
        var countedParams = filter.params();
        var keyset = new Keyset<>(query.sort(), query.descending(), "r.id", paging, query);
        keyset.restrict(filter);
        var rows = rows(
                filter.where() + keyset.orderBy(),
                filter.params(),
                query.withBody() || query.filter().search() != null,
                keyset.firstRow(),
                keyset.rows());
        return keyset.listing(rows, RevisionView::revision, Revision::id, () -> count(counted, countedParams));
    }

    /**
     * @param limit null for all that follow
     */
    RevisionSlice slice(RevisionQuery query, int offset, Integer limit) {
        var filter = filter(query);
        var direction = query.descending() ? " desc" : "";
        var rows = rows(
                filter.where() + " order by %s%s, r.id%s".formatted(query.sort().path(), direction, direction),
                filter.params(),
                query.withBody() || query.filter().search() != null,
                offset,
                limit);
        var counted = "from Revision r" + joined(query) + filter.where();
        return new RevisionSlice(rows, count(counted, filter.params()));
    }

    Optional<RevisionView> read(long id) {
        return first(" where r.id = :id", Map.of("id", id));
    }

    /** What one user has kept unsaved of a post. */
    Optional<RevisionView> autosave(long postId, Long userId) {
        return first(
                " where r.postId = :post and r.kind = :kind and r.author.id = :author",
                Map.of("post", postId, "kind", RevisionKind.AUTOSAVE, "author", userId));
    }

    /** The states that were the posts' last, by post; autosaves never were. One statement. */
    Map<Long, RevisionView> latestStates(Collection<Long> postIds) {
        if (postIds.isEmpty()) {
            return Map.of();
        }
        return rows(
                        " where r.postId in :posts and r.kind <> :unsaved and not exists ("
                                + "select 1 from Revision n where n.postId = r.postId"
                                + " and n.kind <> :unsaved"
                                + " and (n.createdAt, n.id) > (r.createdAt, r.id))",
                        Map.of("posts", postIds, "unsaved", RevisionKind.AUTOSAVE),
                        true,
                        0,
                        null)
                .stream()
                .collect(Collectors.toMap(view -> view.revision().postId(), view -> view));
    }

    /** The state before this one. */
    Optional<RevisionView> stateBefore(Revision revision) {
        return first(
                " where r.postId = :post and r.kind <> :unsaved"
                        + " and (r.createdAt, r.id) < (:at, :id)"
                        + NEWEST_FIRST,
                Map.of(
                        "post",
                        revision.postId(),
                        "unsaved",
                        RevisionKind.AUTOSAVE,
                        "at",
                        revision.createdAt(),
                        "id",
                        revision.id()));
    }

    void add(RevisionView view) {
        add(List.of(view));
    }

    /** One kind of row after the other, so that the driver can send those of one kind together. */
    void add(List<RevisionView> views) {
        views.forEach(view -> persist(view.revision()));
        views.forEach(view -> getEntityManager().persist(view.body()));
    }

    void remove(RevisionView view) {
        getEntityManager().remove(view.body());
        flush();
        delete(view.revision());
    }

    /** Tells the post what revisions it has; whoever calls this holds the post. */
    void tally(long postId) {
        tally(List.of(postId));
    }

    /** As {@link #tally(long)}, for many; one statement, or none for none. */
    void tally(Collection<Long> postIds) {
        if (postIds.isEmpty()) {
            return;
        }
        flush();
        getEntityManager().createNativeQuery("""
                        update post set
                            revision_count = (select count(*) from post_revision r
                                where r.post_id = post.id and r.kind <> 'ORIGINAL'),
                            latest_revision_id = (select r.id from post_revision r
                                where r.post_id = post.id and r.kind <> 'ORIGINAL'
                                order by r.created_at desc, r.id desc fetch first 1 rows only)
                        where id in (:posts)""").setParameter("posts", postIds).executeUpdate();
    }

    private static Filter filter(RevisionQuery query) {
        var wanted = query.filter();
        var filter = new Filter()
                .and("r.postId = :post", "post", query.postId())
                .and("r.kind in :kinds", "kinds", wanted.kinds())
                .and("r.id in :ids", "ids", wanted.ids())
                .and("r.id not in :excludedIds", "excludedIds", wanted.excludedIds());
        if (wanted.search() != null) {
            var pattern = "%" + wanted.search().replaceAll("([\\\\%_])", "\\\\$1") + "%";
            filter.and(
                    "(r.title ilike :search escape '\\' or b.source ilike :search escape '\\'"
                            + " or b.excerpt ilike :search escape '\\')",
                    "search",
                    pattern);
        }
        return filter;
    }

    private static String joined(RevisionQuery query) {
        return query.filter().search() == null ? "" : joined(true);
    }

    private static String joined(boolean withBody) {
        return withBody ? " join RevisionBody b on b.revisionId = r.id" : "";
    }

    private Optional<RevisionView> first(String whereAndOrder, Map<String, Object> params) {
        return rows(whereAndOrder, params, true, 0, 1).stream().findFirst();
    }

    private List<RevisionView> rows(
            String whereAndOrder, Map<String, Object> params, boolean withBody, int first, Integer limit) {
        var query = getEntityManager()
                .createQuery(
                        "select r, "
                                + (withBody ? "b" : "null")
                                + " from Revision r left join fetch r.author"
                                + joined(withBody)
                                + whereAndOrder,
                        Object[].class)
                .setFirstResult(first);
        params.forEach(query::setParameter);
        if (limit != null) {
            query.setMaxResults(limit);
        }
        return query.getResultList().stream()
                .map(row -> new RevisionView((Revision) row[0], (RevisionBody) row[1]))
                .toList();
    }
}
