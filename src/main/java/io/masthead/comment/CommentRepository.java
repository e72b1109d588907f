package io.masthead.comment;

import io.masthead.comment.thread.ThreadPlace;
import io.masthead.kernel.WordSearch;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import org.hibernate.query.NativeQuery;

@ApplicationScoped
class CommentRepository implements PanacheRepository<Comment> {

    long nextId() {
        return ((Number) getEntityManager()
                        .createNativeQuery("select nextval('comment_id_seq')")
                        .getSingleResult())
                .longValue();
    }

    /** By id; absent for those that do not exist. */
    Map<Long, CommentStatus> statuses(Collection<Long> ids) {
        var statuses = new HashMap<Long, CommentStatus>();
        getEntityManager()
                .createQuery("select c.id, c.status from Comment c where c.id in ?1", Object[].class)
                .setParameter(1, ids)
                .getResultList()
                .forEach(row -> statuses.put((Long) row[0], (CommentStatus) row[1]));
        return statuses;
    }

    Set<Long> existing(Collection<Long> ids) {
        return new HashSet<>(find("select c.id from Comment c where c.id in ?1", ids)
                .project(Long.class)
                .list());
    }

    /**
     * Reads all that is needed to accept a comment in one statement. It draws an id even if the comment is
     * refused later.
     *
     * @param parentId null for none
     * @param userId null for a guest
     */
    SubmissionContext submissionContext(Long parentId, Long userId, CommentAuthor author, String fingerprint) {
        var known = userId != null ? "c.user_id = :user" : "c.email_key = :email and c.author_name = :name";
        NativeQuery<?> query = getEntityManager()
                .createNativeQuery(
                        "select n.id,"
                                + " (select count(*) from comment c where c.id = n.id),"
                                + " (select count(*) from comment c"
                                + " where c.fingerprint = :fingerprint),"
                                + " (select count(*) from (select 1 from comment c"
                                + " where c.status = 'APPROVED' and "
                                + known
                                + " limit 1) k),"
                                + " p.post_id, p.type, p.status, p.above_id, p.depth, p.path"
                                + " from (select nextval('comment_id_seq') as id) n"
                                + " left join comment p on p.id = cast(:parent as bigint)",
                        Tuple.class)
                .unwrap(NativeQuery.class);
        query.addSynchronizedEntityClass(Comment.class)
                .setParameter("fingerprint", fingerprint)
                .setParameter("parent", parentId, Long.class);
        if (userId != null) {
            query.setParameter("user", userId);
        } else {
            query.setParameter("email", author.emailKey(), String.class).setParameter("name", author.name());
        }
        var row = (Tuple) query.getSingleResult();
        var postId = row.get(4, Number.class);
        var above = row.get(7, Number.class);
        var parent = postId == null
                ? null
                : new SubmissionContext.Parent(
                        postId.longValue(),
                        CommentType.valueOf(row.get(5, String.class)),
                        CommentStatus.valueOf(row.get(6, String.class)),
                        new ThreadPlace(
                                above == null ? null : above.longValue(),
                                row.get(8, Number.class).intValue(),
                                row.get(9, String.class)));
        return new SubmissionContext(
                row.get(0, Number.class).longValue(), isSome(row, 1), isSome(row, 2), isSome(row, 3), parent);
    }

    /** The posts of these comments. */
    List<Long> postsOf(Collection<Long> ids) {
        return getEntityManager()
                .createQuery("select distinct c.postId from Comment c where c.id in :ids", Long.class)
                .setParameter("ids", ids)
                .getResultList();
    }

    /** The comments that exist, by id, locked until the end of the transaction. */
    Map<Long, Comment> lock(SortedSet<Long> ids) {
        var locked = new TreeMap<Long, Comment>();
        find("from Comment c where c.id in ?1 order by c.id", ids).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .forEach(comment -> locked.put(comment.id(), comment));
        return locked;
    }

    boolean hasFingerprint(String fingerprint) {
        return count("fingerprint", fingerprint) > 0;
    }

    /** The posts that a user has commented on. */
    List<Long> postsCommentedBy(long userId) {
        return find("select distinct c.postId from Comment c where c.userId = ?1", userId)
                .project(Long.class)
                .list();
    }

    /**
     * Turns the comments of a user into those of a guest of the same name. Each keeps its e-mail address, by
     * which it can still be exported and erased.
     */
    void convertToGuest(long userId, String name, Instant now) {
        getEntityManager()
                .createQuery("update versioned Comment c set c.userId = null, c.updatedAt = :now,"
                        + " c.authorName = case when c.authorName = '' then :name"
                        + " else c.authorName end,"
                        + " c.searchName = case when c.authorName = '' then :searchName"
                        + " else c.searchName end where c.userId = :user")
                .setParameter("now", now)
                .setParameter("name", name)
                .setParameter("searchName", WordSearch.folded(name))
                .setParameter("user", userId)
                .executeUpdate();
    }

    /** Adds to the post's counter of this type of comments, without changing the post's version. */
    void countOnPost(Comment comment, int delta) {
        var counter = comment.type() == CommentType.COMMENT ? "commentCount" : "pingCount";
        getEntityManager()
                .createQuery("update Post p set p.%s = p.%s + :delta where p.id = :id".formatted(counter, counter))
                .setParameter("delta", delta)
                .setParameter("id", comment.postId())
                .executeUpdate();
    }

    /** The numbers of comments on a post by status. */
    Map<CommentStatus, Integer> statusesOn(long postId) {
        var counts = new EnumMap<CommentStatus, Integer>(CommentStatus.class);
        getEntityManager()
                .createQuery(
                        "select c.status, count(*) from Comment c where c.postId = :post" + " group by c.status",
                        Object[].class)
                .setParameter("post", postId)
                .getResultList()
                .forEach(row -> counts.put((CommentStatus) row[0], ((Number) row[1]).intValue()));
        return counts;
    }

    private static boolean isSome(Tuple row, int column) {
        return row.get(column, Number.class).longValue() > 0;
    }

    /** In bulk statements: comments do not change the version of their post. */
    void recount(Collection<Long> postIds) {
        getEntityManager()
                .createQuery("update Post p set"
                        + " p.commentCount = (select count(*) from Comment c where"
                        + " c.postId = p.id and c.status = :approved and c.type = :said),"
                        + " p.pingCount = (select count(*) from Comment c where"
                        + " c.postId = p.id and c.status = :approved and c.type <> :said)"
                        + " where p.id in :posts")
                .setParameter("approved", CommentStatus.APPROVED)
                .setParameter("said", CommentType.COMMENT)
                .setParameter("posts", postIds)
                .executeUpdate();
        getEntityManager()
                .createQuery("update Comment c set c.replyCount = (select count(*) from Comment r"
                        + " where r.aboveId = c.id and r.status = :approved)"
                        + " where c.postId in :posts")
                .setParameter("approved", CommentStatus.APPROVED)
                .setParameter("posts", postIds)
                .executeUpdate();
    }

    /** Reads it again, since threads are moved by statements that Hibernate does not track. */
    Comment reread(Comment comment) {
        flush();
        getEntityManager().refresh(comment);
        return comment;
    }
}
