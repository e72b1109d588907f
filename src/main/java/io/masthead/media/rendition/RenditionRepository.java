package io.masthead.media.rendition;

import io.masthead.media.storage.StagedFile;
import io.masthead.media.storage.StorageKey;
import io.masthead.platform.db.RowLocks;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

@ApplicationScoped
class RenditionRepository implements PanacheRepositoryBase<Rendition, String> {

    Optional<Rendition> find(StorageKey key) {
        return findByIdOptional(key.value());
    }

    List<Rendition> ofFile(long fileId) {
        return list("fileId", fileId);
    }

    /** Those that have a row. */
    Set<StorageKey> known(Collection<StorageKey> keys) {
        return find(
                        "select r.storageKey from Rendition r where r.storageKey in ?1",
                        keys.stream().map(StorageKey::value).toList())
                .project(String.class)
                .stream()
                .map(StorageKey::new)
                .collect(Collectors.toSet());
    }

    /**
     * Locks the file, so that it is not removed before the transaction ends.
     *
     * @return false if it is gone or to be removed
     */
    boolean lockFile(long fileId) {
        RowLocks.lock(getEntityManager(), "media_file", List.of(fileId));
        return !getEntityManager()
                .createNativeQuery("select id from media_file where id = :id and sha256 is not null", Long.class)
                .unwrap(NativeQuery.class)
                .addSynchronizedQuerySpace("media_file")
                .setParameter("id", fileId)
                .getResultList()
                .isEmpty();
    }

    /** Does nothing if this key has a row; waits for another transaction that is writing it. */
    void insert(SourceImage source, StorageKey key, StagedFile file, ImageSize size, String mimeType, Instant now) {
        getEntityManager()
                .createNativeQuery("insert into media_rendition"
                        + " (storage_key, file_id, sha256, mime_type, size, width, height, created_at) values"
                        + " (:key, :file, :sha256, :type, :size, :width, :height, :now) on conflict do nothing")
                .setParameter("key", key.value())
                .setParameter("file", source.fileId())
                .setParameter("sha256", file.sha256())
                .setParameter("type", mimeType)
                .setParameter("size", file.size())
                .setParameter("width", size.width())
                .setParameter("height", size.height())
                .setParameter("now", now)
                .executeUpdate();
    }

    void deleteOfFile(long fileId) {
        delete("fileId", fileId);
    }

    /** In pixels. */
    record ImageSize(int width, int height) {}
}
