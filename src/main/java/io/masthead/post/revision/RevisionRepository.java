package io.masthead.post.revision;

import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import io.masthead.kernel.WordSearch;
import io.masthead.platform.db.PageQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.StatelessSession;

@ApplicationScoped
class RevisionRepository implements PanacheRepository<Revision> {

    private static final String JOIN_AUTHOR = " left join fetch r.author";
    private static final String JOIN_BODY = " join RevisionBody b on b.revisionId = r.id";
    private static final String NEWEST_FIRST = " order by r.createdAt desc, r.id desc";

    private final StatelessSession stateless;

    RevisionRepository(StatelessSession stateless) {
        this.stateless = stateless;
    }

    /** One statement, and another one if a total is wanted that the page does not reveal. */
    Page<RevisionView> search(RevisionQuery query) {
        var searched = query.filter().search() != null;
        var from = "Revision r" + (searched ? JOIN_BODY : "");
        var paginator = new Paginator<>(
                query.sort(), query.descending(), "r.id", query.page(), List.of(query.postId(), query.filter()));
        return new PageQuery<>(
                        query.withBody() ? "r, b" : "r, null",
                        from,
                        JOIN_AUTHOR + (query.withBody() && !searched ? JOIN_BODY : ""),
                        filter(query),
                        paginator)
                .read(stateless, Object[].class, RevisionRepository::view, RevisionView::revision, Revision::id);
    }

    Optional<RevisionView> read(long id) {
        return first(" where r.id = :id", Map.of("id", id));
    }

    /** The autosave of one user for a post. */
    Optional<RevisionView> autosave(long postId, Long userId) {
        return first(
                " where r.postId = :post and r.kind = :kind and r.author.id = :author",
                Map.of("post", postId, "kind", RevisionKind.AUTOSAVE, "author", userId));
    }

    /** The latest saved state of each post, without autosaves. One statement. */
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

    /** Inserts one kind of row after the other, so that the driver can batch them. */
    void add(List<RevisionView> views) {
        views.forEach(view -> persist(view.revision()));
        views.forEach(view -> getEntityManager().persist(view.body()));
    }

    void remove(RevisionView view) {
        getEntityManager().remove(view.body());
        flush();
        delete(view.revision());
    }

    /** Updates the counts on the post; the caller has locked it. */
    void updateCounts(long postId) {
        updateCounts(List.of(postId));
    }

    /** As {@link #updateCounts(long)}, for several posts; one statement, or none if there are none. */
    void updateCounts(Collection<Long> postIds) {
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
            var pattern = "%" + WordSearch.literal(wanted.search()) + "%";
            filter.and(
                    "(r.title ilike :search escape '\\' or b.source ilike :search escape '\\'"
                            + " or b.excerpt ilike :search escape '\\')",
                    "search",
                    pattern);
        }
        return filter;
    }

    private Optional<RevisionView> first(String whereAndOrder, Map<String, Object> params) {
        return rows(whereAndOrder, params, 1).stream().findFirst();
    }

    /** With authors and texts; {@code whereAndOrder} uses the alias r for the revision. */
    private List<RevisionView> rows(String whereAndOrder, Map<String, Object> params, Integer limit) {
        var query = getEntityManager()
                .createQuery("select r, b from Revision r" + JOIN_AUTHOR + JOIN_BODY + whereAndOrder, Object[].class);
        params.forEach(query::setParameter);
        if (limit != null) {
            query.setMaxResults(limit);
        }
        return query.getResultList().stream().map(RevisionRepository::view).toList();
    }

    private static RevisionView view(Object[] row) {
        return new RevisionView((Revision) row[0], (RevisionBody) row[1]);
    }
}
