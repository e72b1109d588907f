package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.media.address.FileAddress;
import io.masthead.media.address.FoundFile;
import io.masthead.media.address.ServedFile;
import io.masthead.media.rendition.Renditions;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StorageKey;
import io.masthead.media.type.FileType;
import io.masthead.platform.db.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Finds files by their addresses, for callers who may see one of the media that have them. */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER)
public class StoredFiles {

    private static final Logger LOG = Logger.getLogger(StoredFiles.class);

    /** The key in the path of a request; empty if no file can be there. */
    public static Optional<StorageKey> keyIn(String path) {
        return path.startsWith(MediaUrls.PATH)
                ? StorageKey.of(path.substring(MediaUrls.PATH.length()))
                : Optional.empty();
    }

    private final MediaFileRepository files;
    private final MediaRepository media;
    private final Renditions renditions;
    private final RequestedRenditions requested;
    private final MovedFiles moved;
    private final MediaStore store;

    StoredFiles(
            MediaFileRepository files,
            MediaRepository media,
            Renditions renditions,
            RequestedRenditions requested,
            MovedFiles moved,
            MediaStore store) {
        this.files = files;
        this.media = media;
        this.renditions = renditions;
        this.requested = requested;
        this.moved = moved;
        this.store = store;
    }

    /**
     * Two statements, or three for a rendition, and more for a former address. An image in another size is made if it does not exist yet, which takes
     * seconds.
     *
     * @return empty if there is no such file, or none that the caller may see
     * @throws io.masthead.kernel.CmsException {@link io.masthead.kernel.ErrorCode#INVALID_PARAMETER} for a size that is
     *     not allowed, or {@link io.masthead.kernel.ErrorCode#UNAVAILABLE} if too many images are being processed
     * @throws IOException if the store fails
     */
    public Optional<? extends FoundFile> find(FileAddress address, Actor actor) throws IOException {
        if (address instanceof FileAddress.Stored stored) {
            var file = find(stored.key(), actor);
            return file.isPresent() ? file : moved.from(stored.key(), actor);
        }
        var located = address instanceof FileAddress.Former former
                ? moved.find(former.path(), actor)
                : requested.find(((FileAddress.Resized) address).query(), actor);
        return located.isEmpty()
                ? Optional.empty()
                : find(located.get().key(), actor)
                        .map(file -> file.taggedWith(located.get().tags()));
    }

    private Optional<ServedFile> find(StorageKey key, Actor actor) throws IOException {
        var found = Transactions.requiringNew().call(() -> read(key, actor));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var source = store.find(key);
        if (source.isEmpty()) {
            LOG.warnf("The file %s is missing in the media store", key);
        }
        return source.map(where -> found.get().at(where));
    }

    private Optional<ServedFile> read(StorageKey key, Actor actor) {
        return files.find(key)
                .map(file -> new Description(file.id(), file.mimeType(), file.size(), file.sha256()))
                .or(() -> renditions
                        .find(key)
                        .map(one -> new Description(one.fileId(), one.mimeType(), one.size(), one.sha256())))
                .flatMap(file -> media.firstOf(file.id, actor).map(shown -> file.served(key, shown)));
    }

    /** @param id of the original */
    private record Description(long id, String mimeType, long size, String sha256) {

        ServedFile served(StorageKey key, Media shown) {
            return new ServedFile(
                    key.fileName(),
                    mimeType,
                    FileType.ofMimeType(mimeType)
                            .filter(FileType::isShownInline)
                            .isPresent(),
                    size,
                    sha256,
                    null,
                    MediaTags.shown(shown));
        }
    }
}
