package io.masthead.media.address;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import org.hibernate.query.NativeQuery;

@ApplicationScoped
class FormerPathRepository implements PanacheRepositoryBase<FormerPath, String> {

    List<FormerPath> of(long mediaId) {
        return list("mediaId = ?1 order by path", mediaId);
    }

    List<FormerPath> of(Collection<String> paths) {
        return list("path in ?1", paths);
    }

    /** Does nothing if this path has a row; waits for another transaction that is writing it. */
    void insert(long mediaId, FormerPaths.Entry entry) {
        NativeQuery<?> insert = getEntityManager()
                .createNativeQuery("insert into media_former_path (path, media_id, width, height)"
                        + " values (:path, :media, :width, :height) on conflict do nothing")
                .unwrap(NativeQuery.class);
        insert.setParameter("path", entry.path())
                .setParameter("media", mediaId)
                .setParameter("width", entry.width(), Integer.class)
                .setParameter("height", entry.height(), Integer.class)
                .executeUpdate();
    }
}
