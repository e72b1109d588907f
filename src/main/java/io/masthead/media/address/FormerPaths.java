package io.masthead.media.address;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.query.NativeQuery;

/** The paths that files had before. They end with the media item. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FormerPaths implements PanacheRepositoryBase<FormerPath, String> {

    /**
     * A path to keep.
     *
     * @param path as of {@link FormerPath#normalized}
     * @param width of a smaller version, in pixels; null for the file itself
     * @param height as {@code width}
     */
    public record Entry(String path, Integer width, Integer height) {}

    /** @param path as of {@link FormerPath#normalized} */
    public Optional<FormerPath> find(String path) {
        return findByIdOptional(path);
    }

    /** What contents that name a former path of a media item contain, as it is or encoded. */
    public Set<String> namesInContent(long mediaId) {
        var names = new TreeSet<String>();
        for (var path : find("select f.path from FormerPath f where f.mediaId = ?1", mediaId)
                .project(String.class)
                .list()) {
            names.add(path);
            names.add(encoded(path));
        }
        return names;
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return path;
        }
    }

    /** The media items to which paths lead, by path. */
    public Map<String, Long> mediaOf(Collection<String> paths) {
        return paths.isEmpty()
                ? Map.of()
                : list("path in ?1", paths).stream().collect(Collectors.toMap(FormerPath::path, FormerPath::mediaId));
    }

    /**
     * Keeps paths; those that lead to a media item already go on doing so.
     *
     * @return the number of those that are new
     */
    public int add(long mediaId, Collection<Entry> entries) {
        int added = 0;
        for (var entry : entries) {
            NativeQuery<?> insert = getEntityManager()
                    .createNativeQuery("insert into media_former_path (path, media_id, width, height)"
                            + " values (:path, :media, :width, :height) on conflict do nothing")
                    .unwrap(NativeQuery.class);
            added += insert.setParameter("path", entry.path())
                    .setParameter("media", mediaId)
                    .setParameter("width", entry.width(), Integer.class)
                    .setParameter("height", entry.height(), Integer.class)
                    .executeUpdate();
        }
        return added;
    }
}
