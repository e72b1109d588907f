package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.OnConflict;
import io.masthead.kernel.RequestKey;
import io.masthead.kernel.Scope;
import io.masthead.media.image.ImageEdit;
import io.masthead.media.storage.StagedFile;
import io.masthead.media.type.FileName;
import io.masthead.media.type.ImageTexts;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.idempotency.Idempotency;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.List;

/**
 * Takes files in. A file is received, checked and kept before its row is committed, so that no row is without its
 * file; what is refused or fails leaves nothing.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NEVER) // clients and stores may be slow
public class MediaUploads {

    private static final String UPLOAD = "upload files";

    private final FileIntake intake;
    private final MediaCreation creation;
    private final MediaReplacement replacement;
    private final MediaRenditions renditions;
    private final MediaService media;
    private final UploadVisibility posts;
    private final Idempotency idempotency;

    MediaUploads(
            FileIntake intake,
            MediaCreation creation,
            MediaReplacement replacement,
            MediaRenditions renditions,
            MediaService media,
            UploadVisibility posts,
            Idempotency idempotency) {
        this.intake = intake;
        this.creation = creation;
        this.replacement = replacement;
        this.renditions = renditions;
        this.media = media;
        this.posts = posts;
        this.idempotency = idempotency;
    }

    /** The maximum size of a file, in bytes. */
    public long maxBytes() {
        return intake.maxBytes();
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
        if (size > intake.maxBytes()) {
            throw intake.tooLarge();
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
        return intake.receive(bytes);
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
        long id = intake.accept(
                file,
                wanted.fileName(),
                wanted.mimeType(),
                (row, name, texts) -> idempotency.once(
                        key,
                        "media",
                        actor,
                        () -> creation.create(row.get(), wanted.describedBy(texts), name, texts.imageMeta(), actor)));
        renditions.await(id);
        return Transactions.requiringNew().call(() -> media.get(id, actor));
    }

    /**
     * Checks that the caller may replace the file of a media item, before a file is received.
     *
     * @throws CmsException as {@link #requireAllowed(Actor)}, {@link ErrorCode#MEDIA_NOT_FOUND}, or the refusal for a
     *     caller who may not change it
     */
    public void requireReplaceable(long id, Actor actor) {
        requireAllowed(actor);
        Transactions.requiringNew().run(() -> replacement.requireAllowed(id, actor));
    }

    /**
     * Gives a media item another file, of any accepted type, and waits a short while for its renditions. What shows
     * the item shows the new file; the addresses of the former one redirect. Texts and focal point stay.
     *
     * @param file to be closed by the caller afterwards
     * @param fileName the client's name of the file; may be empty
     * @param mimeType the client's Content-Type, null if absent
     * @throws CmsException as {@link #create}, as {@link #requireReplaceable}, or {@link ErrorCode#VERSION_MISMATCH}
     */
    public MediaView replace(
            long id, StagedFile file, String fileName, String mimeType, ExpectedVersion expected, Actor actor) {
        requireReplaceable(id, actor);
        intake.accept(
                file,
                fileName,
                mimeType,
                (row, name, texts) -> replacement.replace(id, row, texts.imageMeta(), expected, actor));
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
        long id = intake.acceptEdited(
                key, edits, name, row -> creation.create(row.get(), wanted, name, imageMeta, actor));
        renditions.await(id);
        return Transactions.requiringNew().call(() -> media.get(id, actor));
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
}
