package io.masthead.comment.query;

import io.masthead.comment.Comment;
import io.masthead.comment.CommentPolicy;
import io.masthead.comment.CommentStatus;
import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import io.masthead.platform.db.FilteredQuery;
import io.masthead.platform.db.PageQuery;
import io.masthead.post.Post;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.StatelessSession;

/** Reads lists of comments with their posts, only to be shown: by a stateless session. */
@ApplicationScoped
class CommentListRepository {

    /**
     * A comment with its post and the e-mail address that identifies its author.
     *
     * @param avatarUrl the picture that its author chose; empty for none
     * @param answered null if not requested
     */
    record Row(Comment comment, Post post, String email, String avatarUrl, Boolean answered) {

        private static Row of(Object[] row) {
            return of((Comment) row[0], (Post) row[1], (String) row[2], (String) row[3], null);
        }

        private static Row of(Comment comment, Post post, String ofUser, String avatarUrl, Boolean answered) {
            return new Row(
                    comment,
                    post,
                    ofUser == null ? comment.authorEmail() : ofUser,
                    Objects.requireNonNullElse(avatarUrl, ""),
                    answered);
        }
    }

    private static final String COLUMNS = "c, p, u.email, u.avatarUrl";
    private static final String COMMENTS = "Comment c join Post p on p.id = c.postId";
    private static final String AUTHORS = " join fetch p.author left join User u on u.id = c.userId";

    private final StatelessSession session;

    CommentListRepository(StatelessSession session) {
        this.session = session;
    }

    /**
     * Comments that the caller may see. One statement, and another one if a total is wanted that the page does
     * not reveal.
     */
    Page<Row> search(CommentQuery query, Actor actor) {
        var filter = conditions(query, actor);
        if (query.sort() == CommentSort.LISTED_IDS) {
            return inOrderOfIds(query, filter);
        }
        return new PageQuery<>(COLUMNS, COMMENTS, AUTHORS, filter, paginator(query))
                .read(session, Object[].class, Row::of, Row::comment, Comment::id);
    }

    private static Filter conditions(CommentQuery query, Actor actor) {
        var moderatesAll = CommentPolicy.moderatesAll(actor);
        var onlyModerated = moderatesAll || query.filter().isForModerators();
        var filter = CommentConditions.of(query.filter(), onlyModerated, moderatesAll);
        if (onlyModerated) {
            CommentPolicy.restrictToModerated(filter, actor);
        } else {
            CommentPolicy.restrictToReadable(filter, actor, query.unlockedPostId());
        }
        return filter;
    }

    /** Few ids are requested, so the ones found are sorted here. */
    private Page<Row> inOrderOfIds(CommentQuery query, Filter filter) {
        var found = new HashSet<>(FilteredQuery.of(session, Long.class, "select c.id from " + COMMENTS, filter)
                .getResultList());
        var ids = query.filter().ids().any().stream()
                .distinct()
                .filter(found::contains)
                .toList();
        var paginator = paginator(query);
        var page = ids.stream()
                .skip(paginator.firstRow())
                .limit(query.page().limit())
                .toList();
        var rows = new ArrayList<>(read(page));
        rows.sort(Comparator.comparing(row -> page.indexOf(row.comment().id())));
        return Page.of(rows, query.page().limit(), (long) ids.size());
    }

    /**
     * The visible comments on a post or under a comment; the caller's access has been checked. One statement,
     * and another one if the total is wanted and unknown.
     *
     * @param total the total, if known
     */
    Page<Comment> inThread(CommentQuery query, OptionalLong total) {
        var filter = CommentConditions.of(query.filter(), false, false);
        var counted = filter.copy();
        var paginator = paginator(query);
        paginator.restrict(filter);
        var rows = FilteredQuery.of(session, Comment.class, "select c from Comment c", filter, paginator.orderBy())
                .setFirstResult(paginator.firstRow())
                .setMaxResults(paginator.rows())
                .getResultList();
        return paginator.page(
                rows,
                Comment::id,
                () -> total.orElseGet(
                        () -> FilteredQuery.of(session, Long.class, "select count(*) from Comment c", counted)
                                .getSingleResult()));
    }

    /** The order and the place of a page. */
    static Paginator<Comment> paginator(CommentQuery query) {
        return new Paginator<>(query.sort(), query.descending(), "c.id", query.page(), query.filter());
    }

    /** Those that exist, without a check of rights. */
    List<Row> read(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var filter = new Filter().and("c.id in :ids", "ids", ids);
        return FilteredQuery.of(session, Object[].class, "select " + COLUMNS + " from " + COMMENTS + AUTHORS, filter)
                .getResultStream()
                .map(Row::of)
                .toList();
    }

    /**
     * The latest visible comments of each of these posts, or replies to each of these comments, that the caller
     * may see. One statement, and another one if some of their posts are not known.
     *
     * @param most the maximum for each
     * @param known posts that have already been read, by id
     */
    Map<Long, List<Row>> latest(Group group, Collection<Long> owners, int most, Map<Long, Post> known, Actor actor) {
        if (owners.isEmpty()) {
            return Map.of();
        }
        var filter = CommentConditions.of(CommentFilter.ofReaders(), false, false);
        filter.and(group.path + " in :owners", "owners", owners);
        CommentPolicy.restrictToReadable(filter, actor, null);
        var ranked = "select c.id as id, row_number() over (partition by "
                + group.path
                + " order by c.createdAt desc, c.id desc) as place from "
                + COMMENTS
                + filter.where();
        var answers = answers("c.parentId = x.id", actor);
        var query = session.createQuery(
                "select x, v.email, v.avatarUrl, (select count(*) from "
                        + COMMENTS
                        + answers.where()
                        + ") from Comment x left join User v on v.id = x.userId"
                        + " where x.id in (select r.id from ("
                        + ranked
                        + ") r where r.place <= :most)"
                        + " order by x.createdAt desc, x.id desc",
                Object[].class);
        filter.params().forEach(query::setParameter);
        answers.params().forEach(query::setParameter);
        var found = query.setParameter("most", (long) most).getResultList();
        var posts = withUnknown(
                known, found.stream().map(row -> ((Comment) row[0]).postId()).distinct());
        var latest = new HashMap<Long, List<Row>>();
        for (var row : found) {
            var comment = (Comment) row[0];
            var post = posts.get(comment.postId());
            // It may have been deleted between the statements.
            if (post != null) {
                var answered = ((Number) row[3]).longValue() > 0;
                latest.computeIfAbsent(group.ownerOf(comment), owner -> new ArrayList<>())
                        .add(Row.of(comment, post, (String) row[1], (String) row[2], answered));
            }
        }
        return latest;
    }

    private Map<Long, Post> withUnknown(Map<Long, Post> known, Stream<Long> ids) {
        var unknown = ids.filter(id -> !known.containsKey(id)).toList();
        if (unknown.isEmpty()) {
            return known;
        }
        var posts = new HashMap<>(known);
        FilteredQuery.of(
                        session,
                        Post.class,
                        "select p from Post p join fetch p.author",
                        new Filter().and("p.id in :ids", "ids", unknown))
                .getResultList()
                .forEach(post -> posts.put(post.id(), post));
        return posts;
    }

    /** What comments are grouped by. */
    enum Group {
        POST("c.postId"),
        PARENT("c.parentId");

        private final String path;

        Group(String path) {
            this.path = path;
        }

        private Long ownerOf(Comment comment) {
            return this == POST ? Long.valueOf(comment.postId()) : comment.parentId();
        }
    }

    /** The comments that have a reply that the caller may see. */
    Set<Long> answered(Collection<Long> ids, Actor actor) {
        if (ids.isEmpty()) {
            return Set.of();
        }
        var filter = answers("c.parentId in :parents", actor).bind("parents", ids);
        return new HashSet<>(
                FilteredQuery.of(session, Long.class, "select distinct c.parentId from " + COMMENTS, filter)
                        .getResultList());
    }

    private static Filter answers(String toWhich, Actor actor) {
        var filter = new Filter().and(toWhich).and("c.status in :alive", "alive", CommentPolicy.VISIBLE_TO_AUTHORS);
        CommentPolicy.restrictToReadable(filter, actor, null);
        return filter;
    }

    /** The ids of comments that the caller may moderate and that have another status, latest first. */
    List<Long> others(CommentFilter wanted, CommentStatus status, int limit, Actor actor) {
        var filter = CommentConditions.of(wanted, true, CommentPolicy.moderatesAll(actor))
                .and("c.status <> :other", "other", status);
        CommentPolicy.restrictToModerated(filter, actor);
        return FilteredQuery.of(
                        session,
                        Long.class,
                        "select c.id from " + COMMENTS,
                        filter,
                        " order by c.createdAt desc, c.id desc")
                .setMaxResults(limit)
                .getResultList();
    }

    /** The numbers of comments that the caller may moderate, by status. One statement. */
    Map<CommentStatus, Long> countModerated(Actor actor) {
        var filter = new Filter();
        CommentPolicy.restrictToModerated(filter, actor);
        var counts = new EnumMap<CommentStatus, Long>(CommentStatus.class);
        for (var status : CommentStatus.values()) {
            counts.put(status, 0L);
        }
        FilteredQuery.of(
                        session,
                        Object[].class,
                        "select c.status, count(*) from " + COMMENTS,
                        filter,
                        " group by c.status")
                .getResultStream()
                .forEach(row -> counts.put((CommentStatus) row[0], ((Number) row[1]).longValue()));
        return counts;
    }
}
