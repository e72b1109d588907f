package io.masthead.media;

import io.masthead.platform.db.RowLocks;
import io.masthead.platform.event.Subject;
import io.masthead.platform.event.Tags;
import io.masthead.platform.job.RowUpgrade;
import io.masthead.text.content.ContentRenderer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Set;

/** Renders the texts of files again that an earlier renderer version made. */
@ApplicationScoped
class RenderedMediaRepository implements RowUpgrade {

    private final EntityManager entities;

    RenderedMediaRepository(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public String noun() {
        return "media";
    }

    @Override
    public void upgrade(List<Long> ids) {
        var locked = RowLocks.lock(entities, "media", ids);
        if (!locked.isEmpty()) {
            entities.createQuery("select m from Media m where m.id in :ids", Media.class)
                    .setParameter("ids", locked)
                    .getResultList()
                    .forEach(this::store);
            entities.clear();
        }
    }

    @Override
    public Subject subject() {
        return Subject.MEDIA;
    }

    @Override
    public Set<String> collections() {
        return Set.of(Tags.MEDIA);
    }

    @Override
    public List<Long> outdated(long after, int limit) {
        return entities.createQuery(
                        "select m.id from Media m where m.renderer < :version and m.id > :after order by m.id",
                        Long.class)
                .setParameter("version", ContentRenderer.VERSION)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
    }

    // By a bulk statement: the version of the record, which clients know, must not change.
    private void store(Media media) {
        var rendered = media.renderedNow();
        entities.createQuery("update Media m set m.titleRendered = :title, m.captionRendered = :caption,"
                        + " m.descriptionRendered = :description, m.renderer = :version where m.id = :id")
                .setParameter("title", rendered.title())
                .setParameter("caption", rendered.caption())
                .setParameter("description", rendered.description())
                .setParameter("version", ContentRenderer.VERSION)
                .setParameter("id", media.id())
                .executeUpdate();
    }
}
