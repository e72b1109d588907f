package io.masthead.post;

import io.masthead.platform.db.RowLocks;
import io.masthead.user.User;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Queries and updates over all posts and pages of one author. */
@ApplicationScoped
class AuthorPostRepository implements PanacheRepository<Post> {

    /** Locks all posts of a user, in the order used everywhere. */
    void lockAllOf(long authorId) {
        RowLocks.lock(getEntityManager(), "post", "author_id = :value", authorId);
    }

    /** The terms that count posts of a user. */
    List<Long> termsOf(long authorId) {
        return getEntityManager()
                .createQuery(
                        "select distinct t.term.id from PostTerm t where t.post.author.id = :author"
                                + " and t.status = :published",
                        Long.class)
                .setParameter("author", authorId)
                .setParameter("published", PostStatus.PUBLISHED)
                .getResultList();
    }

    /** Some untrashed posts of a user, with their terms. */
    List<Post> untrashedOf(long authorId, int limit) {
        List<Long> ids = find(
                        "select p.id from Post p where p.author.id = ?1 and p.status <> ?2" + " order by p.id",
                        authorId,
                        PostStatus.TRASHED)
                .project(Long.class)
                .range(0, limit - 1)
                .list();
        return ids.isEmpty() ? List.of() : list("id in ?1", ids);
    }

    /** The ids of all posts of a user, with their types. */
    Map<Long, PostType> idsOf(long authorId) {
        var found = new TreeMap<Long, PostType>();
        getEntityManager()
                .createQuery("select p.id, p.type from Post p where p.author.id = :author", Object[].class)
                .setParameter("author", authorId)
                .getResultList()
                .forEach(row -> found.put((Long) row[0], (PostType) row[1]));
        return found;
    }

    int countPublishedOf(long authorId) {
        return (int) count("author.id = ?1 and status = ?2", authorId, PostStatus.PUBLISHED);
    }

    /** Assigns all posts of one user to another. */
    void reassign(long fromUserId, long toUserId, Instant now) {
        getEntityManager()
                .createQuery(
                        "update versioned Post p set p.author = :to, p.updatedAt = :now" + " where p.author.id = :from")
                .setParameter("to", getEntityManager().getReference(User.class, toUserId))
                .setParameter("now", now)
                .setParameter("from", fromUserId)
                .executeUpdate();
    }

    List<Long> authorsOf(Collection<PostType> types) {
        return getEntityManager()
                .createQuery(
                        "select distinct p.author.id from Post p" + " where p.status = :published and p.type in :types",
                        Long.class)
                .setParameter("published", PostStatus.PUBLISHED)
                .setParameter("types", types)
                .getResultList();
    }
}
