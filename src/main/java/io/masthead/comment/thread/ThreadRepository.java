package io.masthead.comment.thread;

import io.masthead.comment.Comment;
import io.masthead.comment.CommentStatus;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hibernate.query.NativeQuery;

/**
 * Moves the comments of a thread when one of them becomes visible or invisible. The caller has locked the post,
 * so that nothing else in the thread changes meanwhile.
 */
@ApplicationScoped
public class ThreadRepository {

    /** Sorts after every digit, and so after every path with the same prefix. */
    private static final String AFTER_DIGITS = "~";

    private final EntityManager entities;

    ThreadRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** The comment becomes invisible: its descendants move up one level. */
    public void hide(Comment comment) {
        var place = ThreadPlace.of(comment);
        var prefix = prefix(place);
        statement("update comment set depth = depth - 1,"
                        + " path = :prefix || substring(path, :from)"
                        + " where post_id = :post and path > :path and path < :behind")
                .setParameter("prefix", prefix)
                .setParameter("from", place.path().length() + 1)
                .setParameter("post", comment.postId())
                .setParameter("path", place.path())
                .setParameter("behind", place.path() + AFTER_DIGITS)
                .executeUpdate();
        statement("update comment set above_id = cast(:above as bigint)" + " where above_id = :id")
                .setParameter("above", comment.aboveId(), Long.class)
                .setParameter("id", comment.id())
                .executeUpdate();
        recount(comment, comment.id());
    }

    /**
     * The comment becomes visible: its replies, which are displayed beside it, move under it.
     *
     * @param maxDepth the maximum depth; replies to the deepest comments stay beside them
     */
    public void show(Comment comment, int maxDepth) {
        var replies = comment.depth() < maxDepth ? repliesBeside(comment) : List.<Long>of();
        if (!replies.isEmpty()) {
            var place = ThreadPlace.of(comment);
            var prefix = prefix(place);
            statement("update comment set above_id = :id where id in (:replies)")
                    .setParameter("id", comment.id())
                    .setParameterList("replies", replies)
                    .executeUpdate();
            statement("update comment set depth = depth + 1,"
                            + " path = :path || substring(path, :from)"
                            + " where post_id = :post and id <> :id"
                            + " and path > :prefix and path < :behind"
                            + " and cast(substring(path, :from, 13) as bigint) in"
                            + " (select x.id from comment x where x.above_id = :id)")
                    .setParameter("path", place.path())
                    .setParameter("from", prefix.length() + 1)
                    .setParameter("post", comment.postId())
                    .setParameter("id", comment.id())
                    .setParameter("prefix", prefix)
                    .setParameter("behind", prefix + AFTER_DIGITS)
                    .executeUpdate();
        }
        recount(comment, 0);
    }

    /** Gives the replies to the comment its parent; returns their number. */
    public int reparentReplies(Comment comment) {
        return statement("update comment set parent_id = cast(:parent as bigint)" + " where parent_id = :id")
                .setParameter("parent", comment.parentId(), Long.class)
                .setParameter("id", comment.id())
                .executeUpdate();
    }

    /**
     * The descendants of these comments, level by level: for each the first {@code replies + 1}, the last of
     * which only shows that there are more. One statement, which reads only what it returns.
     */
    public List<Comment> below(Collection<Long> ids, TreeShape shape) {
        // The id of the last reply to show is looked up first, so that the index is read up to it and not over
        // all replies.
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

    /**
     * A reply to a comment, or to a reply.
     *
     * @param seen whether it is approved
     */
    public record Reply(long id, long parentId, boolean seen) {}

    /** All replies to a comment, level by level, up to a maximum. */
    public List<Reply> repliesTo(long commentId, int most) {
        var replies = new ArrayList<Reply>();
        var level = List.of(commentId);
        while (!level.isEmpty() && replies.size() < most) {
            NativeQuery<?> query = entities.createNativeQuery(
                            "select id, parent_id, status from comment" + " where parent_id in (:parents) order by id",
                            Tuple.class)
                    .unwrap(NativeQuery.class);
            var below = query
                    .addSynchronizedEntityClass(Comment.class)
                    .setParameterList("parents", level)
                    .setMaxResults(most - replies.size())
                    .getResultList()
                    .stream()
                    .map(row -> reply((Tuple) row))
                    .toList();
            replies.addAll(below);
            level = below.stream().map(Reply::id).toList();
        }
        return replies;
    }

    private static Reply reply(Tuple row) {
        return new Reply(
                row.get(0, Number.class).longValue(),
                row.get(1, Number.class).longValue(),
                row.get(2, String.class).equals(CommentStatus.APPROVED.name()));
    }

    /** Sets the position of a comment. */
    public void move(long commentId, long postId, ThreadPlace place) {
        statement("update comment set post_id = :post, above_id = cast(:above as bigint),"
                        + " depth = :depth, path = :path where id = :id")
                .setParameter("post", postId)
                .setParameter("above", place.aboveId(), Long.class)
                .setParameter("depth", place.depth())
                .setParameter("path", place.path())
                .setParameter("id", commentId)
                .executeUpdate();
    }

    /** Counts one more approved comment under this one. */
    public void countReply(long aboveId) {
        statement("update comment set reply_count = reply_count + 1 where id = :id")
                .setParameter("id", aboveId)
                .executeUpdate();
    }

    /** The replies to a comment, and to its invisible replies, that are displayed beside it. */
    private List<Long> repliesBeside(Comment comment) {
        var beside = new ArrayList<Long>();
        var level = List.of(comment.id());
        while (!level.isEmpty()) {
            var hidden = new ArrayList<Long>();
            NativeQuery<?> query = entities.createNativeQuery(
                            "select id, above_id, status from comment" + " where parent_id in (:parents)", Tuple.class)
                    .unwrap(NativeQuery.class);
            var rows = query.addSynchronizedEntityClass(Comment.class)
                    .setParameterList("parents", level)
                    .getResultList();
            for (var each : rows) {
                var row = (Tuple) each;
                var id = row.get(0, Number.class).longValue();
                var above = row.get(1, Number.class);
                var standsBeside = above == null
                        ? comment.aboveId() == null
                        : comment.aboveId() != null && above.longValue() == comment.aboveId();
                if (standsBeside) {
                    beside.add(id);
                }
                if (!row.get(2, String.class).equals(CommentStatus.APPROVED.name())) {
                    hidden.add(id);
                }
            }
            level = hidden;
        }
        return beside;
    }

    /** @param left a comment to leave out of the count; 0 for none */
    private void recount(Comment comment, long left) {
        statement("update comment set reply_count = (select count(*) from comment r"
                        + " where r.above_id = comment.id and r.status = 'APPROVED'"
                        + " and r.type = 'COMMENT' and r.id <> :left)"
                        + " where id in (:id, :above)")
                .setParameter("left", left)
                .setParameter("id", comment.id())
                .setParameter("above", comment.aboveId() == null ? -1L : comment.aboveId())
                .executeUpdate();
    }

    private static String prefix(ThreadPlace place) {
        return place.path().substring(0, place.path().length() - ThreadPlace.DIGITS);
    }

    private NativeQuery<?> statement(String sql) {
        return entities.createNativeQuery(sql).unwrap(NativeQuery.class).addSynchronizedEntityClass(Comment.class);
    }
}
