package io.masthead.comment;

import io.masthead.platform.db.RowLocks;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import io.masthead.platform.job.RowUpgrade;
import io.masthead.text.content.ContentRenderer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;

/** Renders comments again that an earlier renderer version made, without changing them otherwise. */
@ApplicationScoped
class RenderedCommentRepository implements RowUpgrade {

    private final EntityManager entities;

    RenderedCommentRepository(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String noun() {
        return "comments";
    }

    @Override
    public void upgrade(List<Long> ids) {
        var locked = RowLocks.lock(entities, "comment", ids);
        if (!locked.isEmpty()) {
            entities.createQuery("select c from Comment c where c.id in :ids", Comment.class)
                    .setParameter("ids", locked)
                    .getResultList()
                    .forEach(this::store);
            entities.clear();
        }
    }

    @Override
    public Subject subject() {
        return Subject.COMMENT;
    }

    @Override
    public Set<String> collections() {
        return Set.of(Tags.COMMENTS);
    }

    @Override
    public List<Long> outdated(long after, int limit) {
        return entities.createQuery(
                        "select c.id from Comment c where c.renderer < :version and c.id > :after order by c.id",
                        Long.class)
                .setParameter("version", ContentRenderer.VERSION)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    // By a bulk statement: the version of a comment, which clients know, must not change.
    private void store(Comment comment) {
        var html = comment.renderedNow();
        entities.createQuery("update Comment c set c.html = :html, c.searchText = :text, c.renderer = :version"
                        + " where c.id = :id")
                .setParameter("html", html)
                .setParameter("text", CommentText.searchText(comment.filteredSource(), html))
                .setParameter("version", ContentRenderer.VERSION)
                .setParameter("id", comment.id())
                .executeUpdate();
    }
}
