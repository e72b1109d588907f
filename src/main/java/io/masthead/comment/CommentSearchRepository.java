package io.masthead.comment;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.Paginator;
import io.masthead.post.Post;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.query.NativeQuery;

/** Lists of comments, flat and as trees. */
@ApplicationScoped
class CommentSearchRepository {

    /** A comment with the post it is on, and the picture of its author, if that is a user. */
    record Row(Comment comment, Post post, String avatarUrl) {}

    private final EntityManager entities;

    CommentSearchRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The comment, whoever asks, with its post and that post's author. */
    Optional<Row> read(long id) {
        return entities.createQuery(
                        "select c, p, (select u.avatarUrl from User u where u.id = c.userId)"
                                + " from Comment c join Post p on p.id = c.postId"
                                + " join fetch p.author where c.id = :id",
                        Object[].class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(row -> new Row((Comment) row[0], (Post) row[1], (String) row[2]));
    }

    /**
     * What readers see of one post or under one comment, who has been let on to it before. One
     * statement, and one more where the total is asked for and not known.
     *
     * @param total how many there are in all, where that is known
     */
    Page<Comment> page(CommentQuery query, OptionalLong total) {
        var filter = conditions(query.filter(), false);
        var count = "select count(*) from Comment c" + filter.where();
        var counted = filter.params();
        var paginator = paginator(query);
        paginator.restrict(filter);
        var page =
                entities.createQuery("select c from Comment c" + filter.where() + paginator.orderBy(), Comment.class);
        filter.params().forEach(page::setParameter);
        return paginator.page(
                page.setFirstResult(paginator.firstRow())
                        .setMaxResults(paginator.rows())
                        .getResultList(),
                Comment::id,
                () -> total.orElseGet(() -> counted(count, counted)));
    }

    /** Across posts, as far as the caller may see them. */
    Page<Row> search(CommentQuery query, Actor actor) {
        var onlyKept = CommentRights.moderates(actor) || query.filter().isForKeepers();
        var filter = conditions(query.filter(), onlyKept);
        if (onlyKept) {
            KeptComments.restrict(filter, actor);
        } else {
            VisibleComments.restrict(filter, actor, null);
        }
        var from = " from Comment c join Post p on p.id = c.postId";
        var count = "select count(*)" + from + filter.where();
        var counted = filter.params();
        var paginator = paginator(query);
        paginator.restrict(filter);
        var page = entities.createQuery(
                "select c, p, (select u.avatarUrl from User u where u.id = c.userId)"
                        + from
                        + " join fetch p.author"
                        + filter.where()
                        + paginator.orderBy(),
                Object[].class);
        filter.params().forEach(page::setParameter);
        var rows = page.setFirstResult(paginator.firstRow()).setMaxResults(paginator.rows()).getResultList().stream()
                .map(row -> new Row((Comment) row[0], (Post) row[1], (String) row[2]))
                .toList();
        return paginator.page(rows, Row::comment, Comment::id, () -> counted(count, counted));
    }

    /** The ids of comments that the caller keeps and that have another status, latest first. */
    List<Long> others(CommentFilter wanted, CommentStatus status, int limit, Actor actor) {
        var filter = conditions(wanted, true).and("c.status <> :other", "other", status);
        KeptComments.restrict(filter, actor);
        var query = entities.createQuery(
                "select c.id from Comment c join Post p on p.id = c.postId"
                        + filter.where()
                        + " order by c.createdAt desc, c.id desc",
                Long.class);
        filter.params().forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList();
    }

    /** How many comments of each status the caller keeps. One statement. */
    Map<CommentStatus, Long> countKept(Actor actor) {
        var filter = new Filter();
        KeptComments.restrict(filter, actor);
        var query = entities.createQuery(
                "select c.status, count(*) from Comment c join Post p on p.id = c.postId"
                        + filter.where()
                        + " group by c.status",
                Object[].class);
        filter.params().forEach(query::setParameter);
        var counts = new EnumMap<CommentStatus, Long>(CommentStatus.class);
        for (var status : CommentStatus.values()) {
            counts.put(status, 0L);
        }
        query.getResultStream().forEach(row -> counts.put((CommentStatus) row[0], ((Number) row[1]).longValue()));
        return counts;
    }

    /**
     * What stands under these comments, level by level: under each the first {@code replies + 1},
     * the last of which only tells that there are more. One statement, which reads no more than it
     * gives.
     */
    List<Comment> below(Collection<Long> ids, TreeShape shape) {
        // The id of the last reply to be shown is looked up first, so that the index is read from
        // the first to that one and not over all that a much answered comment has.
        var lastShown = "(select s.id from comment s where s.above_id = %s.id and s.status = 'APPROVED'"
                + " and s.type = 'COMMENT' order by s.id limit 1 offset :replies)";
        NativeQuery<?> query = entities.createNativeQuery(
                        "with recursive tree (id, last_id, level) as ("
                                + "select c.id, "
                                + lastShown.formatted("c")
                                + ", 1 from comment c where c.id in (:ids)"
                                + " union all select r.id, "
                                + lastShown.formatted("r")
                                + ", t.level + 1 from tree t join comment r"
                                + " on r.above_id = t.id and r.status = 'APPROVED'"
                                + " and r.type = 'COMMENT'"
                                + " and r.id <= coalesce(t.last_id, 9223372036854775807)"
                                + " where t.level < :depth)"
                                + " select c.* from tree t join comment c on c.id = t.id"
                                + " where t.level > 1 order by c.id",
                        Comment.class)
                .unwrap(NativeQuery.class);
        return query
                .setParameterList("ids", ids)
                .setParameter("replies", shape.replies())
                .setParameter("depth", shape.depth())
                .getResultList()
                .stream()
                .map(Comment.class::cast)
                .toList();
    }

    /** The order and the place of a page. */
    static Paginator<Comment> paginator(CommentQuery query) {
        return new Paginator<>(query.sort(), query.descending(), "c.id", query.page(), query.filter());
    }

    private static Filter conditions(CommentFilter wanted, boolean onlyKept) {
        var filter = new Filter()
                .and("c.postId = :post", "post", wanted.postId())
                .and("c.type = :type", "type", wanted.type())
                .and("c.aboveId = :above", "above", wanted.aboveId())
                .and("c.userId = :author", "author", wanted.authorId())
                .and("c.address = :address", "address", wanted.address())
                .and("c.createdAt >= :from", "from", wanted.created().from())
                .and("c.createdAt < :until", "until", wanted.created().until());
        if (wanted.statuses().size() == 1) {
            filter.and("c.status = :status", "status", wanted.statuses().get(0));
        } else {
            filter.and("c.status in :statuses", "statuses", wanted.statuses());
        }
        if (wanted.topLevel()) {
            filter.and("c.depth = 1");
        }
        if (wanted.email() != null) {
            filter.and("c.emailKey = :email", "email", CommentAuthor.emailKey(wanted.email()));
        }
        if (wanted.search() != null) {
            wanted.search()
                    .addTo(
                            filter,
                            List.of("c.searchText", "c.searchName"),
                            onlyKept ? List.of("c.authorEmail") : List.of());
        }
        return filter;
    }

    private long counted(String query, Map<String, Object> params) {
        var count = entities.createQuery(query, Long.class);
        params.forEach(count::setParameter);
        return count.getSingleResult();
    }
}
