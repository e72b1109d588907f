package io.masthead.comment;

import io.masthead.comment.query.CommentSort;
import io.masthead.comment.spam.CommentCheck;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.Paginator;
import io.masthead.platform.db.PageQuery;
import io.masthead.post.Post;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hibernate.StatelessSession;

/** Queries for data tied to an e-mail address, and for data past its retention time. */
@ApplicationScoped
class PersonalDataRepository {

    private static final String TIED =
            "(c.emailKey = :email or c.userId in" + " (select u.id from User u where u.emailKey = :email))";

    private final EntityManager entities;
    private final StatelessSession stateless;

    PersonalDataRepository(EntityManager entities, StatelessSession stateless) {
        this.entities = entities;
        this.stateless = stateless;
    }

    /**
     * Ordered by id.
     *
     * @param scope what cursors are bound to; it does not reveal the address
     */
    Page<PersonalComment> page(String emailKey, PageRequest page, String scope) {
        var filter = new Filter().and(TIED, "email", emailKey);
        var paginator = new Paginator<>(CommentSort.ID, false, "c.id", page, scope);
        return new PageQuery<>(
                        "c, p, k",
                        "Comment c join Post p on p.id = c.postId left join CommentCheck k on k.commentId = c.id",
                        "",
                        filter,
                        paginator)
                .read(
                        stateless,
                        Object[].class,
                        row -> PersonalComment.of((Comment) row[0], (Post) row[1], (CommentCheck) row[2]),
                        row -> row.comment().comment(),
                        Comment::id);
    }

    /** The first of them. */
    SortedSet<Long> first(String emailKey, int limit) {
        return new TreeSet<>(
                entities.createQuery("select c.id from Comment c where " + TIED + " order by c.id", Long.class)
                        .setParameter("email", emailKey)
                        .setMaxResults(limit)
                        .getResultList());
    }

    void flush() {
        entities.flush();
    }

    void deleteChecks(Collection<Long> commentIds) {
        entities.createQuery("delete from CommentCheck k where k.commentId in :ids")
                .setParameter("ids", commentIds)
                .executeUpdate();
    }

    /** Clears the network addresses of some older comments; returns of how many. */
    int clearAddresses(Instant before, int limit) {
        List<Long> ids = entities.createQuery(
                        "select c.id from Comment c where c.createdAt < :before"
                                + " and c.address <> '' order by c.createdAt, c.id",
                        Long.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
        if (!ids.isEmpty()) {
            // Clients see no change, so the version stays.
            entities.createQuery("update Comment c set c.address = '' where c.id in :ids")
                    .setParameter("ids", ids)
                    .executeUpdate();
        }
        return ids.size();
    }

    /** Deletes what was sent to services about older comments, once they or people have decided. */
    void deleteAnsweredChecks(Instant before) {
        entities.createQuery("delete from CommentCheck k where k.commentId in"
                        + " (select c.id from Comment c where c.createdAt < :before"
                        + " and (k.answer is not null or c.verdict = :person))")
                .setParameter("person", Cause.PERSON)
                .setParameter("before", before)
                .executeUpdate();
    }
}
