package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.media.address.FormerPath;
import io.masthead.media.address.FormerPaths;
import io.masthead.media.address.FoundFile;
import io.masthead.media.address.LocatedFile;
import io.masthead.media.image.ImageType;
import io.masthead.media.rendition.Fit;
import io.masthead.media.rendition.RenditionQuery;
import io.masthead.media.storage.StorageKey;
import io.masthead.platform.db.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Finds what today is in the place of a file that was at another address before. */
@ApplicationScoped
class MovedFiles {

    private final FormerPaths paths;
    private final MediaRepository media;
    private final RequestedRenditions renditions;

    MovedFiles(FormerPaths paths, MediaRepository media, RequestedRenditions renditions) {
        this.paths = paths;
        this.media = media;
        this.renditions = renditions;
    }

    /** What has replaced the file of a key; empty if there is none, or none that the caller may see. */
    Optional<FoundFile.Moved> from(StorageKey key, Actor actor) throws IOException {
        return find(MediaUrls.PATH + key, actor)
                .filter(located -> !located.key().equals(key))
                .map(located -> new FoundFile.Moved(MediaUrls.PATH + located.key(), located.tags()));
    }

    /**
     * The file in the place of one that was at a path.
     *
     * @param path as of {@link FormerPath#normalized}
     * @return empty if there is none, or none that the caller may see
     * @throws IOException as {@link RequestedRenditions#find}
     */
    Optional<LocatedFile> find(String path, Actor actor) throws IOException {
        var former = Transactions.requiringNew().call(() -> paths.find(path));
        if (former.isEmpty()) {
            return Optional.empty();
        }
        if (former.get().width() != null) {
            var smaller = renditions.findAnySize(query(former.get()), actor);
            if (smaller.isPresent()) {
                return smaller;
            }
        }
        return Transactions.requiringNew().call(() -> whole(former.get().mediaId(), actor));
    }

    private Optional<LocatedFile> whole(long mediaId, Actor actor) {
        return media.read(mediaId, actor)
                .flatMap(row -> row.storageKey().map(key -> new LocatedFile(key, MediaTags.shown(row))));
    }

    private static RenditionQuery query(FormerPath former) {
        return new RenditionQuery(former.mediaId(), former.width(), former.height(), Fit.COVER, type(former.path()));
    }

    /** Null for the type of the original. */
    private static ImageType type(String path) {
        var extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (extension) {
            case "jpg", "jpeg" -> ImageType.JPEG;
            case "png" -> ImageType.PNG;
            case "webp" -> ImageType.WEBP;
            default -> null;
        };
    }
}
