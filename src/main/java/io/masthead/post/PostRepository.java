package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Offset;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import io.masthead.media.Media;
import io.masthead.platform.db.FilteredQuery;
import io.masthead.platform.db.PageQuery;
import io.masthead.platform.db.RowLocks;
import io.masthead.post.access.PostVisibility;
import io.masthead.post.access.VisibleUploads;
import io.masthead.post.search.CategoryDescendants;
import io.masthead.post.search.PostConditions;
import io.masthead.post.search.PostListPlan;
import io.masthead.post.search.PostOrderClause;
import io.masthead.post.search.PostQuery;
import io.masthead.post.search.PostRanges;
import io.masthead.taxonomy.TermSummary;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.hibernate.StatelessSession;
import org.hibernate.query.QueryProducer;

@ApplicationScoped
class PostRepository implements PanacheRepository<Post> {

    private static final int JDBC_BATCH = 50;
    private static final String TERM =
            "new io.masthead.taxonomy.TermSummary(t.id, t.version, t.kind, t.name, t.nameKey, t.slug, t.parentId,"
                    + " u.slug, u.parentId, g.slug, g.parentId)";

    /** For what is only shown: it keeps no copies for dirty checking, and does not see changes before a flush. */
    private final StatelessSession stateless;

    private final PublishedCounts counts;

    PostRepository(StatelessSession stateless, PublishedCounts counts) {
        this.stateless = stateless;
        this.counts = counts;
    }

    /**
     * A post with what was asked for beside it.
     *
     * @param body null where it was not asked for
     * @param picture the featured media; null where it was not asked for, or the caller may not see
     *     it
     */
    record Row(Post post, PostBody body, Media picture) {

        private static Row of(Object[] selected) {
            return new Row((Post) selected[0], (PostBody) selected[1], (Media) selected[2]);
        }
    }

    /**
     * How a statement reads rows.
     *
     * @param params of the joins
     */
    private record Selection(String columns, String joins, Map<String, Object> params) {

        static final Selection WITH_BODY = of(true, false, Actor.ANONYMOUS);

        static Selection of(boolean withBody, boolean withPicture, Actor actor) {
            var picture = withPicture ? VisibleUploads.featured(actor) : new Filter();
            return new Selection(
                    "p, " + (withBody ? "b" : "null") + (withPicture ? ", m" : ", null"),
                    " left join fetch p.author"
                            + (withBody ? " left join PostBody b on b.postId = p.id" : "")
                            + (withPicture ? " left join Media m on " + picture.conditions() : ""),
                    picture.params());
        }

        static Selection of(PostQuery query, Actor actor) {
            return of(query.withBody(), query.withPicture(), actor);
        }
    }

    /**
     * Two statements: the page with its authors, texts and featured media, and the terms of what it shows; one more
     * for a total that the page does not reveal, or where the ids of the page are looked for first.
     */
    Page<Row> search(PostQuery query, Actor actor, CategoryDescendants descendants) {
        var source = PostListPlan.of(query);
        var filter = PostConditions.of(query.filter(), actor, source, descendants);
        var paginator = new Paginator<>(
                query.sort(),
                query.descending(),
                source.keyPath(query.sort()),
                source.idPath(),
                query.page(),
                query.filter());
        var order = PostOrderClause.of(query, source, paginator);
        if (query.page() instanceof Offset offset && (query.filter().search() != null || offset.isDeep())) {
            return withoutFalseCursors(query, searchByIds(query, actor, source, filter, paginator, order));
        }
        order.params().forEach(filter::bind);
        var selection = Selection.of(query, actor);
        var ranges = PostRanges.of(query, descendants);
        if (ranges.isPresent()) {
            return searchByRanges(query, selection, ranges.get().ids(actor, descendants), source, filter);
        }
        selection.params().forEach(filter::bind);
        var found = new PageQuery<>(
                        selection.columns(),
                        source.from(),
                        selection.joins(),
                        filter,
                        paginator,
                        order.clause(),
                        () -> counts.total(query.filter()))
                .read(stateless, Object[].class, Row::of, Row::post, Post::id);
        attachTerms(found.items());
        return withoutFalseCursors(query, found);
    }

    /** A cursor would not tell whether the sticky posts have been shown. */
    private static Page<Row> withoutFalseCursors(PostQuery query, Page<Row> page) {
        return query.hasCursor() ? page : Page.of(page.items(), page.limit(), page.total());
    }

    /** As the other lists; the page is read by the ids of its ranges, and the total is counted without them. */
    private Page<Row> searchByRanges(
            PostQuery query, Selection selection, Filter ids, PostListPlan source, Filter filter) {
        var paginator = new Paginator<>(query.sort(), query.descending(), "p.id", query.page(), query.filter());
        var rows = rows(stateless, ids, paginator.orderBy(), selection, paginator.firstRow(), paginator.rows());
        var page = paginator.page(rows, Row::post, Post::id, () -> total(source.from(), filter));
        attachTerms(page.items());
        return page;
    }

    private long total(String from, Filter filter) {
        return FilteredQuery.of(stateless, Long.class, "select count(*) from " + from, filter)
                .getSingleResult();
    }

    /**
     * Looks for the ids of the page first, since H2 would carry all columns along where many rows
     * are sorted or passed over. Texts are looked through once, for the ids and the total alike.
     */
    private Page<Row> searchByIds(
            PostQuery query,
            Actor actor,
            PostListPlan source,
            Filter filter,
            Paginator<Post> paginator,
            PostOrderClause order) {
        var searched = query.filter().search() != null;
        var from = source.from() + (searched ? " join PostSearchText r on r.postId = p.id" : "");
        var total = searched && query.page().counted() ? "count(*) over ()" : "0L";
        var select = FilteredQuery.of(
                stateless, Object[].class, "select p.id, " + total + " from " + from, filter, order.clause());
        order.params().forEach(select::setParameter);
        var found = select.setFirstResult(paginator.firstRow())
                .setMaxResults(paginator.rows())
                .getResultList();
        // Paged by what was found: a post that is hidden meanwhile is missing on its page alone.
        var rows = readById(found.stream().map(row -> (Long) row[0]).toList(), query, actor);
        var page = paginator.page(
                found,
                row -> rows.containsKey((Long) row[0]) ? rows.get((Long) row[0]).post() : null,
                Post::id,
                // The total goes with each row, so that behind the last one there is none.
                () -> searched && !found.isEmpty()
                        ? (Long) found.get(0)[1]
                        : counts.total(query.filter()).orElseGet(() -> total(from, filter)));
        return page.flatMap(row -> Optional.ofNullable(rows.get((Long) row[0])).stream());
    }

    /** What of these the caller may see now, by id. */
    private Map<Long, Row> readById(List<Long> ids, PostQuery query, Actor actor) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        var wanted = query.filter();
        var filter = new Filter().and("p.id in :ids", "ids", ids);
        PostVisibility.of(wanted.type(), actor).restrict(filter, wanted.statuses(), "p.status", "p");
        var rows = rows(stateless, filter, "", Selection.of(query, actor), 0, ids.size());
        attachTerms(rows);
        return rows.stream().collect(Collectors.toMap(row -> row.post().id(), row -> row));
    }

    /**
     * The post with its author, text and terms, and with its featured media if that is wanted, if
     * the caller may see it. What is hidden takes the one statement that what is missing takes, so
     * that the time does not tell them apart.
     */
    Optional<Row> read(PostType type, long id, boolean withPicture, Actor actor) {
        var filter = new Filter().and("p.id = :id", "id", id).and("p.type = :type", "type", type);
        PostVisibility.of(type, actor).restrict(filter, List.of(PostStatus.values()), "p.status", "p");
        var rows = rows(stateless, filter, "", Selection.of(true, withPicture, actor), 0, 1);
        attachTerms(rows);
        return rows.stream().findFirst();
    }

    /** The posts with author, text and terms, whoever asks; in the order of their ids. */
    List<Row> readAll(PostType type, Collection<Long> ids) {
        var rows = readAll(stateless, type, ids);
        attachTerms(rows);
        return rows;
    }

    private static List<Row> readAll(QueryProducer session, PostType type, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var filter = new Filter().and("p.id in :ids", "ids", ids).and("p.type = :type", "type", type);
        return rows(session, filter, " order by p.id", Selection.WITH_BODY, 0, ids.size());
    }

    /** The post or page for a change; others who want to change it wait. */
    Optional<Post> lock(long id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /**
     * As {@link #lock(long)}, for many; each with its author, text, terms and custom fields. The
     * statements do not grow with the posts, and neither do those that write them in this session.
     */
    Map<Long, Row> lockAll(PostType type, Collection<Long> ids) {
        getEntityManager().unwrap(Session.class).setJdbcBatchSize(JDBC_BATCH);
        RowLocks.lock(getEntityManager(), "post", ids);
        var rows = readAll(getSession(), type, ids);
        fetchTerms(rows);
        if (!rows.isEmpty()) {
            getEntityManager()
                    .createQuery("select p from Post p left join fetch p.fields where p in :posts", Post.class)
                    .setParameter("posts", rows.stream().map(Row::post).toList())
                    .getResultList();
        }
        return rows.stream().collect(Collectors.toMap(row -> row.post().id(), row -> row));
    }

    /** As {@link #lock(long)}, for many of any type; in the order of their ids. */
    List<Post> lockAll(Collection<Long> ids) {
        var held = RowLocks.lock(getEntityManager(), "post", ids);
        return held.isEmpty() ? List.of() : list("id in ?1 order by id", held);
    }

    /** Holds a page, one that it is to stand under, and all above that one. */
    void lockWithPath(long id, long parentId) {
        var ids = new ArrayList<>(ancestors(parentId));
        ids.add(parentId);
        ids.add(id);
        RowLocks.lock(getEntityManager(), "post", ids);
    }

    /** Holds a page with those directly below it. */
    void lockWithChildren(long id) {
        RowLocks.lock(getEntityManager(), "post", "(id = :value or parent_id = :value)", id);
    }

    /** Without its terms, in one statement. */
    Optional<Post> withAuthor(long id) {
        return find("select p from Post p join fetch p.author where p.id = ?1", id)
                .singleResultOptional();
    }

    /** As {@link #withAuthor}, for many at once, by id. */
    Map<Long, Post> withAuthors(Collection<Long> ids) {
        return find("select p from Post p join fetch p.author where p.id in ?1", ids).stream()
                .collect(Collectors.toMap(Post::id, post -> post));
    }

    /** As {@link #lock(long)}, for one type only. */
    Optional<Post> lock(PostType type, long id) {
        return lock(id).filter(post -> post.type() == type);
    }

    PostBody body(long postId) {
        return getEntityManager().find(PostBody.class, postId);
    }

    void persist(PostBody body) {
        getEntityManager().persist(body);
    }

    /** The published posts before and after another one in the usual order; one statement. */
    PostNeighbours neighbours(Post post, boolean previous, boolean next) {
        var wanted = Stream.of(previous ? nextTo(false) : null, next ? nextTo(true) : null)
                .filter(Objects::nonNull)
                .toList();
        if (wanted.isEmpty() || !post.isPublished()) {
            return PostNeighbours.NONE;
        }
        var found = getEntityManager()
                .createQuery(String.join(" union all ", wanted), Tuple.class)
                .setParameter("type", post.type())
                .setParameter("status", PostStatus.PUBLISHED)
                .setParameter("at", post.sortAt())
                .setParameter("id", post.id())
                .getResultStream()
                .map(PostNeighbours.Ref::of)
                .toList();
        return PostNeighbours.of(post, found);
    }

    private static String nextTo(boolean later) {
        var direction = later ? "" : " desc";
        return "(select p.id, p.title, p.slug, p.publishedAt, p.sortAt, p.shownDate, a.slug from Post p join p.author a"
                + " where p.type = :type and p.status = :status and (p.sortAt, p.id) %s (:at, :id)"
                        .formatted(later ? ">" : "<")
                + " order by p.sortAt%1$s, p.id%1$s limit 1)".formatted(direction);
    }

    /** The ids of the pages above one, nearest first. */
    List<Long> ancestors(long id) {
        List<?> ids = getEntityManager()
                .createNativeQuery("""
                                with recursive above(id, depth) as (
                                    select p.parent_id, 1 from post p where p.id = :id
                                    union all
                                    select p.parent_id, a.depth + 1 from above a join post p on p.id = a.id
                                    where a.depth < 1000)
                                select id from above where id is not null order by depth\
                                """, Long.class)
                .setParameter("id", id)
                .getResultList();
        return ids.stream().map(Long.class::cast).toList();
    }

    List<Post> children(long parentId) {
        return list("parentId = ?1 order by id", parentId);
    }

    /** The slugs of pages, by id; null for a draft that has none. */
    Map<Long, String> slugs(Collection<Long> ids) {
        var slugs = new HashMap<Long, String>();
        list("id in ?1", ids).forEach(post -> slugs.put(post.id(), post.slug()));
        return slugs;
    }

    boolean exists(PostType type, long id) {
        return count("id = ?1 and type = ?2", id, type) == 1;
    }

    private static List<Row> rows(
            QueryProducer session, Filter filter, String order, Selection selection, int first, int limit) {
        selection.params().forEach(filter::bind);
        var select = "select " + selection.columns() + " from Post p" + selection.joins();
        return FilteredQuery.of(session, Object[].class, select, filter, order)
                .setFirstResult(first)
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(Row::of)
                .toList();
    }

    /** One statement for the terms of all; pages have none. */
    private void attachTerms(List<Row> rows) {
        var shown = rows.stream()
                .map(Row::post)
                .filter(post -> post.type() == PostType.POST)
                .toList();
        if (shown.isEmpty()) {
            return;
        }
        var filter = new Filter()
                .and("p.post.id in :ids", "ids", shown.stream().map(Post::id).toList());
        var terms = FilteredQuery.of(
                        stateless,
                        Object[].class,
                        "select p.post.id, " + TERM + " from PostTerm p join p.term t"
                                + " left join Term u on u.id = t.parentId left join Term g on g.id = u.parentId",
                        filter,
                        "")
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[0], Collectors.mapping(row -> (TermSummary) row[1], Collectors.toList())));
        shown.forEach(post -> post.attachTerms(terms.getOrDefault(post.id(), List.of())));
    }

    /** Pages have no terms. */
    private static void fetchTerms(List<Row> rows) {
        rows.stream()
                .map(Row::post)
                .filter(post -> post.type() == PostType.POST)
                .forEach(Post::fetchTerms);
    }
}
