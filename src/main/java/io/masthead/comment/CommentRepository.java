package io.masthead.comment;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

@ApplicationScoped
class CommentRepository implements PanacheRepository<Comment> {

    long nextId() {
        return ((Number)
                        getEntityManager()
                                .createNativeQuery("select nextval('comment_id_seq')")
                                .getSingleResult())
                .longValue();
    }

    Set<Long> existing(Collection<Long> ids) {
        return new HashSet<>(
                find("select c.id from Comment c where c.id in ?1", ids)
                        .project(Long.class)
                        .list());
    }

    /** Not through the posts themselves: a comment is no change of its post. */
    void recount(Collection<Long> postIds) {
        getEntityManager()
                .createQuery(
                        "update Post p set"
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
                .createQuery(
                        "update Comment c set c.replyCount = (select count(*) from Comment r"
                                + " where r.aboveId = c.id and r.status = :approved)"
                                + " where c.postId in :posts")
                .setParameter("approved", CommentStatus.APPROVED)
                .setParameter("posts", postIds)
                .executeUpdate();
    }
}
