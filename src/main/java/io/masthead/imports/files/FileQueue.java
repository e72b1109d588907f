package io.masthead.imports.files;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.List;

/** The files that running imports are still to get. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FileQueue {

    private final EntityManager entities;

    FileQueue(EntityManager entities) {
        this.entities = entities;
    }

    /** @return false if it is wanted already */
    public boolean add(long importId, WantedFile file) {
        return entities.createNativeQuery("insert into import_media_file"
                                + " (import_id, media_id, source_key, title, url, attached_file, attempts)"
                                + " values (:import, :media, :key, :title, :url, :path, 0) on conflict do nothing")
                        .setParameter("import", importId)
                        .setParameter("media", file.mediaId())
                        .setParameter("key", file.sourceKey())
                        .setParameter("title", file.title())
                        .setParameter("url", file.url())
                        .setParameter("path", file.attachedFile())
                        .executeUpdate()
                == 1;
    }

    /** Those that were tried least often come first. */
    public List<WantedFile> next(long importId, int limit) {
        List<?> rows = entities.createNativeQuery(
                        "select media_id, source_key, title, url, attached_file, attempts from import_media_file"
                                + " where import_id = :import order by attempts, media_id limit " + limit,
                        Tuple.class)
                .setParameter("import", importId)
                .getResultList();
        return rows.stream()
                .map(Tuple.class::cast)
                .map(row -> new WantedFile(
                        row.get(0, Number.class).longValue(),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class),
                        row.get(5, Number.class).intValue()))
                .toList();
    }

    /** Counts an attempt before it is made: a node may die of it. */
    public WantedFile begin(long importId, WantedFile file) {
        int attempts = file.attempts() + 1;
        expectOne(
                importId,
                entities.createNativeQuery("update import_media_file set attempts = :now"
                                + " where import_id = :import and media_id = :media and attempts = :before")
                        .setParameter("now", attempts)
                        .setParameter("import", importId)
                        .setParameter("media", file.mediaId())
                        .setParameter("before", file.attempts())
                        .executeUpdate());
        return new WantedFile(
                file.mediaId(), file.sourceKey(), file.title(), file.url(), file.attachedFile(), attempts);
    }

    /** The file is here, or it was given up. */
    public void remove(long importId, WantedFile file) {
        expectOne(
                importId,
                entities.createNativeQuery(
                                "delete from import_media_file where import_id = :import and media_id = :media")
                        .setParameter("import", importId)
                        .setParameter("media", file.mediaId())
                        .executeUpdate());
    }

    /** No more files are wanted. */
    public void clear(long importId) {
        entities.createNativeQuery("delete from import_media_file where import_id = :import")
                .setParameter("import", importId)
                .executeUpdate();
    }

    private static void expectOne(long importId, int rows) {
        if (rows != 1) {
            throw new IllegalStateException("Import " + importId + " has been taken over by another node");
        }
    }
}
