package io.masthead.post;

import io.masthead.platform.db.RowLocks;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;

/** Queries and updates over all posts of one term. */
@ApplicationScoped
class TermPostRepository {

    private final EntityManager entities;

    TermPostRepository(EntityManager entities) {
        this.entities = entities;
    }

    /** Locks all posts of a term. */
    void lockPostsOf(long termId) {
        RowLocks.lock(entities, "post", "id in (select post_id from post_term where term_id = :value)", termId);
    }

    /** The ids of all posts of a term. */
    List<Long> postIdsOf(long termId) {
        return entities.createQuery("select t.post.id from PostTerm t where t.term.id = :term", Long.class)
                .setParameter("term", termId)
                .getResultList();
    }

    /**
     * Moves posts of a category that is being deleted to another category, unless they have a third one.
     *
     * @return the number of published posts that were moved
     */
    int moveToCategory(long fromTermId, long toTermId) {
        var moved = """
                from post_term pt where pt.term_id = :old and not exists (
                    select 1 from post_term o join term t on t.id = o.term_id
                    where o.post_id = pt.post_id and o.term_id <> :old and t.kind = 'CATEGORY')\
                """;
        var published = (Number) entities.createNativeQuery("select count(*) " + moved + " and pt.status = 'PUBLISHED'")
                .setParameter("old", fromTermId)
                .getSingleResult();
        entities.createNativeQuery("insert into post_term (post_id, term_id, status, sort_at)"
                        + " select pt.post_id, cast(:new as bigint), pt.status, pt.sort_at "
                        + moved)
                .setParameter("old", fromTermId)
                .setParameter("new", toTermId)
                .executeUpdate();
        return published.intValue();
    }

    /** Removes a term from all its posts. */
    void removeFromPosts(long termId) {
        entities.createQuery("delete from PostTerm t where t.term.id = :id")
                .setParameter("id", termId)
                .executeUpdate();
    }
}
