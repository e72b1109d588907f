package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.OnConflict;
import io.masthead.kernel.RequestKey;
import io.masthead.kernel.Scope;
import io.masthead.media.image.ImageEdit;
import io.masthead.media.storage.MediaStore;
import io.masthead.media.storage.StagedFile;
import io.masthead.media.storage.StorageKey;
import io.masthead.media.storage.StoreFullException;
import io.masthead.media.storage.TooManyBytesException;
import io.masthead.media.storage.UnreadableBodyException;
import io.masthead.media.type.FileInspection;
import io.masthead.media.type.ImageCleaning;
import io.masthead.media.type.ImageTexts;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Takes files in. A file is received, checked and kept before its row is committed, so that no row is without its
 * file; what is refused or fails leaves nothing.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER) // clients and stores may be slow
public class MediaUploads {

    private static final Logger LOG = Logger.getLogger(MediaUploads.class);
    private static final String UPLOAD = "upload files";

    private final MediaStore store;
    private final FileInspection inspection;
    private final ImageCleaning cleaning;
    private final FilePlacement placement;
    private final MediaCreation creation;
    private final MediaRenditions renditions;
    private final MediaService media;
    private final UploadVisibility posts;
    private final Idempotency idempotency;
    private final long maxBytes;

    MediaUploads(
            MediaStore store,
            FileInspection inspection,
            ImageCleaning cleaning,
            FilePlacement placement,
            MediaCreation creation,
            MediaRenditions renditions,
            MediaService media,
            UploadVisibility posts,
            Idempotency idempotency,
            UploadConfig config) {
        this.store = store;
        this.inspection = inspection;
        this.cleaning = cleaning;
        this.placement = placement;
        this.creation = creation;
        this.renditions = renditions;
        this.media = media;
        this.posts = posts;
        this.idempotency = idempotency;
        this.maxBytes = config.maxSize().asLongValue();
    }

    /** The maximum size of a file, in bytes. */
    public long maxBytes() {
        return maxBytes;
    }

    /**
     * Checks that the caller may upload, before a file is received.
     *
     * @throws CmsException {@link ErrorCode#UNAUTHENTICATED}, {@link ErrorCode#FORBIDDEN} or {@link
     *     ErrorCode#SCOPE_MISSING}
     */
    public void requireAllowed(Actor actor) {
        actor.require(Capability.UPLOAD_FILES, Scope.MEDIA_WRITE, UPLOAD);
    }

    /** Whether the caller may upload; {@link #requireAllowed(Actor)} says why not. */
    public boolean isAllowed(Actor actor) {
        try {
            requireAllowed(actor);
            return true;
        } catch (CmsException refused) {
            return false;
        }
    }

    /**
     * As {@link #requireAllowed(Actor)}, for a file that is to belong to a post.
     *
     * @throws CmsException also {@link ErrorCode#VALIDATION_FAILED} for the field {@code postId} if the caller may not
     *     change that post, or there is none
     */
    public void requireAllowed(long postId, Actor actor) {
        requireAllowed(actor);
        Transactions.requiringNew().run(() -> posts.requireEditable(postId, actor));
    }

    /**
     * Checks what is said of a file, before that is received.
     *
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} naming each invalid field
     */
    public void requireValid(MediaPatch details) {
        MediaEditor.check(details, OnConflict.REFUSE);
    }

    /**
     * Checks the size of a file, before that is received.
     *
     * @param size in bytes, negative if it is unknown
     * @throws CmsException {@link ErrorCode#BODY_TOO_LARGE}
     */
    public void requireFits(long size) {
        if (size > maxBytes) {
            throw tooLarge();
        }
    }

    /**
     * Receives a file, which must be closed.
     *
     * @param bytes read to its end, and left open
     * @throws CmsException as {@link #requireAllowed}, {@link ErrorCode#BODY_TOO_LARGE}, {@link
     *     ErrorCode#VALIDATION_FAILED} for an empty {@code file}, {@link ErrorCode#STORAGE_FULL}, {@link
     *     ErrorCode#UNAVAILABLE} if the store fails, or {@link ErrorCode#INVALID_BODY} if the bytes cannot be read
     */
    public StagedFile receive(InputStream bytes, Actor actor) {
        requireAllowed(actor);
        try {
            var staged = store.receive(bytes, maxBytes);
            if (staged.size() == 0) {
                staged.close();
                throw CmsException.field("file", "required", "The file is empty.");
            }
            return staged;
        } catch (TooManyBytesException e) {
            throw tooLarge();
        } catch (UnreadableBodyException e) {
            throw new CmsException(ErrorCode.INVALID_BODY, "The body ended too early.");
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /**
     * Makes media of a received file, and waits a short while for the renditions of an image.
     *
     * @param file to be closed by the caller afterwards
     * @param key null if the client sent no Idempotency-Key
     * @throws CmsException as {@link #requireAllowed}, {@link ErrorCode#UNSUPPORTED_MEDIA_TYPE}, {@link
     *     ErrorCode#VALIDATION_FAILED} naming each invalid field, {@link ErrorCode#STORAGE_FULL}, or {@link
     *     ErrorCode#UNAVAILABLE} if the store fails
     */
    public MediaView create(StagedFile file, NewMedia wanted, RequestKey key, Actor actor) {
        requireAllowed(actor);
        MediaEditor.check(wanted.details(), wanted.onConflict());
        var name = FileName.of(wanted.fileName());
        long id;
        try {
            var facts = inspection.inspect(file.path(), name, wanted.mimeType());
            var texts = facts.type().isRaster() ? ImageTexts.read(file.path()) : ImageTexts.NONE;
            var described = wanted.describedBy(texts);
            try (var served = facts.type().isImage() ? cleaning.clean(file, facts.type()) : file) {
                id = placement.place(
                        served,
                        facts,
                        name,
                        row -> idempotency.once(
                                key,
                                "media",
                                actor,
                                () -> creation.create(row.get(), described, name, texts.imageMeta(), actor)));
            }
        } catch (IOException e) {
            throw failed(e);
        }
        renditions.await(id);
        return Transactions.requiringNew().call(() -> media.get(id, actor));
    }

    /**
     * Makes further media of an image that is stored here; the original stays as it is.
     *
     * @param edits done one after the other
     * @param details absent texts are those of the original; a slug that is malformed or taken is replaced
     * @throws CmsException as {@link #create}, {@link ErrorCode#MEDIA_NOT_FOUND}, or {@link
     *     ErrorCode#UNSUPPORTED_MEDIA_TYPE} if its file is elsewhere or cannot be edited
     */
    public MediaView edit(long originalId, List<ImageEdit> edits, MediaPatch details, Actor actor) {
        requireAllowed(actor);
        MediaEditor.check(details, OnConflict.FIT);
        var original = Transactions.requiringNew()
                .call(() -> media.get(originalId, actor))
                .media();
        if (!media.mayEdit(original, actor.unrestricted())) {
            throw actor.refused("change this media");
        }
        var key = original.storageKey()
                .filter(stored -> original.width() != null)
                .orElseThrow(() -> new CmsException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE, "Only images whose files are stored here can be edited."));
        var name = FileName.edited(key.fileName());
        var wanted = new NewMedia(name, null, details.orElse(original), OnConflict.FIT, false);
        var imageMeta = ImageTexts.upright(original.details().imageMeta());
        long id;
        try (var source = copyOf(key);
                var edited = cleaning.edit(source, edits)) {
            var facts = inspection.inspect(edited.path(), name, null);
            id = placement.place(
                    edited, facts, name, row -> creation.create(row.get(), wanted, name, imageMeta, actor));
        } catch (IOException e) {
            throw failed(e);
        }
        renditions.await(id);
        return Transactions.requiringNew().call(() -> media.get(id, actor));
    }

    private StagedFile copyOf(StorageKey key) throws IOException {
        try (var original =
                        store.open(key).orElseThrow(() -> new FileNotFoundException("The store has no file " + key));
                var bytes = Files.newInputStream(original.path())) {
            return store.receive(bytes, Long.MAX_VALUE);
        }
    }

    /**
     * Has the sizes made that an image lacks, and waits a short while for them.
     *
     * @throws CmsException {@link ErrorCode#MEDIA_NOT_FOUND}, or the refusal for a caller who may not change it
     */
    public MediaView completeSizes(long id, Actor actor) {
        Transactions.requiringNew().run(() -> media.completeSizes(id, actor));
        renditions.await(id);
        return Transactions.requiringNew().call(() -> media.get(id, actor));
    }

    private CmsException tooLarge() {
        return new CmsException(ErrorCode.BODY_TOO_LARGE, "The file may have at most " + maxBytes + " bytes.");
    }

    private static CmsException failed(IOException e) {
        if (e instanceof StoreFullException) {
            LOG.error("The media store is full: uploads are refused until there is room");
            return new CmsException(ErrorCode.STORAGE_FULL, "There is no room for this file on the server.");
        }
        LOG.error("The media store failed", e);
        return new CmsException(
                ErrorCode.UNAVAILABLE, "The file could not be stored right now; try again in a few minutes.");
    }
}
