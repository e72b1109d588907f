package io.masthead.media.address;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The paths that files had before. They end with the media item. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class FormerPaths {

    private static final int MAX_BINDINGS = 1_000;

    private final FormerPathRepository rows;

    FormerPaths(FormerPathRepository rows) {
        this.rows = rows;
    }

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
        return rows.findByIdOptional(path);
    }

    /** The media items to which paths lead, by path. */
    public Map<String, Long> mediaOf(Collection<String> paths) {
        var found = new HashMap<String, Long>();
        var all = List.copyOf(paths);
        for (int i = 0; i < all.size(); i += MAX_BINDINGS) {
            rows.of(all.subList(i, Math.min(all.size(), i + MAX_BINDINGS)))
                    .forEach(row -> found.put(row.path(), row.mediaId()));
        }
        return found;
    }

    /** Those of a media item, without those of smaller versions that {@link #namesInContent} covers. */
    public List<String> of(long mediaId) {
        return rows.of(mediaId).stream()
                .filter(row -> row.width() == null || row.path().startsWith(WordPressUploads.FOLDER))
                .map(FormerPath::path)
                .toList();
    }

    /**
     * What contents that name a path contain. The names of files that this server made are their own, so that their
     * beginning is enough, which smaller versions share.
     */
    public static Set<String> namesInContent(String path) {
        return path.startsWith(WordPressUploads.FOLDER)
                ? new HashSet<>(List.of(path, encoded(path)))
                : Set.of(path.substring(0, path.lastIndexOf('.')));
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return path;
        }
    }

    /** Keeps paths of WordPress; those that lead to a media item already go on doing so. */
    public void add(long mediaId, Collection<Entry> entries) {
        entries.forEach(entry -> rows.insert(mediaId, entry));
    }

    /** Keeps paths of this server; of several media with one file, the last one that lost it is what they lead to. */
    public void replace(long mediaId, Collection<Entry> entries) {
        var paths = entries.stream().map(Entry::path).collect(Collectors.toSet());
        rows.delete("path in ?1", paths);
        add(mediaId, entries);
    }
}
