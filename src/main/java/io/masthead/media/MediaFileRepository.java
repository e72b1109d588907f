package io.masthead.media;

import io.masthead.media.storage.StagedFile;
import io.masthead.media.storage.StorageKey;
import io.masthead.media.type.FileFacts;
import io.masthead.platform.db.RowLocks;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

@ApplicationScoped
class MediaFileRepository implements PanacheRepository<MediaFile> {

    boolean exists(String sha256) {
        return count("sha256 = ?1", sha256) > 0;
    }

    /** Locked, so that it is not removed before the transaction ends. */
    Optional<MediaFile> lock(String sha256) {
        var ids = find("select f.id from MediaFile f where f.sha256 = ?1", sha256)
                .project(Long.class)
                .list();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        lock(ids.get(0));
        return find("sha256 = ?1", sha256).singleResultOptional();
    }

    /** Empty if it is gone. */
    Optional<MediaFile> lock(long id) {
        RowLocks.lock(getEntityManager(), "media_file", List.of(id));
        return findByIdOptional(id);
    }

    /** Does nothing if these bytes or this key have a row; waits for another transaction that is writing it. */
    void insert(StagedFile file, StorageKey key, FileFacts facts, Instant now) {
        NativeQuery<?> insert = getEntityManager()
                .createNativeQuery("insert into media_file"
                        + " (id, sha256, storage_key, mime_type, size, width, height, created_at) values"
                        + " (nextval('media_file_id_seq'), :sha256, :key, :type, :size, :width, :height, :now)"
                        + " on conflict do nothing")
                .unwrap(NativeQuery.class);
        insert.setParameter("sha256", file.sha256())
                .setParameter("key", key.value())
                .setParameter("type", facts.type().mimeType())
                .setParameter("size", file.size())
                .setParameter("width", facts.width(), Integer.class)
                .setParameter("height", facts.height(), Integer.class)
                .setParameter("now", now)
                .executeUpdate();
    }

    /** Of all files and their renditions, in bytes. */
    long totalSize() {
        var total = getEntityManager()
                .createNativeQuery(
                        "select (select coalesce(sum(size), 0) from media_file)"
                                + " + (select coalesce(sum(size), 0) from media_rendition)",
                        Long.class)
                .getSingleResult();
        return ((Number) total).longValue();
    }

    /** Those that have a row. */
    Set<StorageKey> known(Collection<StorageKey> keys) {
        return find(
                        "select f.storageKey from MediaFile f where f.storageKey in ?1",
                        keys.stream().map(StorageKey::value).toList())
                .project(String.class)
                .stream()
                .map(StorageKey::new)
                .collect(Collectors.toSet());
    }

    /** Empty if there is none, or if it is to be removed. */
    Optional<MediaFile> find(StorageKey key) {
        return find("storageKey = ?1 and sha256 is not null", key.value()).singleResultOptional();
    }
}
