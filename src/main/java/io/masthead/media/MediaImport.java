package io.masthead.media;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Violations;
import io.masthead.media.storage.StagedFile;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.platform.slug.SlugRegistry;
import io.masthead.text.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.InputStream;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Creates records of the attachments of another site; only {@code imports} may call it. */
@ApplicationScoped
@Transactional
public class MediaImport {

    private static final int MAX_ADDRESS = 2_000;
    private static final int MAX_TYPE = 127;
    private static final Pattern WEB = Pattern.compile("(?i)https?://[^/\\s]+.*");
    private static final Pattern TYPE = Pattern.compile("[a-z0-9.+-]+/[a-z0-9.+-]+");

    private final MediaRepository media;
    private final SlugRegistry slugs;
    private final Ids ids;
    private final MediaEvents events;
    private final FileIntake intake;
    private final MediaReplacement replacement;

    MediaImport(
            MediaRepository media,
            SlugRegistry slugs,
            Ids ids,
            MediaEvents events,
            FileIntake intake,
            MediaReplacement replacement) {
        this.media = media;
        this.slugs = slugs;
        this.ids = ids;
        this.events = events;
        this.intake = intake;
        this.replacement = replacement;
    }

    /** As {@link #create(ImportedMedia, MediaDetails)}, without additional data. */
    public Media create(ImportedMedia original) {
        return create(original, MediaDetails.NONE);
    }

    /**
     * HTML is cleaned; a malformed or used slug is replaced by a generated one.
     *
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} naming each invalid field
     */
    public Media create(ImportedMedia original, MediaDetails details) {
        var violations = new Violations();
        MediaText.checkTitle(original.title(), violations);
        var altText = MediaText.altText(original.altText(), violations);
        violations.text("guid", original.guid(), MAX_ADDRESS);
        violations.text("sourceUrl", original.sourceUrl(), MAX_ADDRESS);
        violations.require(
                original.sourceUrl() != null
                        && WEB.matcher(original.sourceUrl()).matches(),
                "sourceUrl",
                "invalid_url",
                "'sourceUrl' must be an absolute http or https address.");
        var type = text(original.mimeType()).toLowerCase(Locale.ROOT);
        violations.require(
                type.length() <= MAX_TYPE && TYPE.matcher(type).matches(),
                "mimeType",
                "invalid_media_type",
                "'mimeType' must be a media type such as image/png.");
        var caption = MediaText.caption(original.caption(), violations);
        var description = MediaText.description(original.description(), violations);
        violations.throwIfAny();
        long id = ids.take(IdSpace.CONTENT, original.id());
        var entity = new Media(
                id,
                original,
                details,
                slugs.claimFree(MediaService.SLUG_SCOPE, slugFor(original, id), id),
                type,
                altText,
                caption,
                description);
        media.persist(entity);
        events.publish(id, ChangeAction.CREATED, entity.version(), null);
        return entity;
    }

    /**
     * Locks media against changes and deletion.
     *
     * @return those that exist
     */
    public Set<Long> lock(Collection<Long> mediaIds) {
        return media.lockAll(mediaIds);
    }

    /** Sets the post once it is known, unless somebody has chosen one. */
    public void attach(long mediaId, long postId) {
        if (media.attachIfFree(mediaId, postId)) {
            events.publish(mediaId, ChangeAction.UPDATED, 0, null);
        }
    }

    /** Those that exist and have no file here. */
    public Set<Long> withoutFile(Collection<Long> mediaIds) {
        return media.withoutFile(mediaIds);
    }

    /** Whether it exists and has a file here. */
    public boolean hasFile(long mediaId) {
        return media.findByIdOptional(mediaId).filter(Media::isStoredHere).isPresent();
    }

    /**
     * As {@link #receive(InputStream)}, but a file that is announced as too large is not read.
     *
     * @param announced the size in bytes; -1 if it is unknown
     */
    @Transactional(Transactional.TxType.NEVER)
    public StagedFile receive(long announced, InputStream bytes) {
        if (announced > intake.maxBytes()) {
            throw intake.tooLarge();
        }
        return intake.receive(bytes);
    }

    /**
     * Receives the file of an imported item, which must be closed.
     *
     * @param bytes read to its end, and left open
     * @throws CmsException as {@link MediaUploads#receive}, whoever imports
     */
    @Transactional(Transactional.TxType.NEVER)
    public StagedFile receive(InputStream bytes) {
        return intake.receive(bytes);
    }

    /**
     * Keeps the file of an imported item by the rules of uploads, and has its renditions made. The paths that WordPress
     * had for it and its sizes lead to it. Nothing happens if the item has a file here, or is gone.
     *
     * @param file to be closed by the caller afterwards
     * @param fileName its name at the exported site
     * @throws CmsException as {@link MediaUploads#create}
     */
    @Transactional(Transactional.TxType.NEVER)
    public void take(long mediaId, StagedFile file, String fileName) {
        intake.accept(file, fileName, null, (row, name, texts) -> replacement.take(mediaId, row, texts));
    }

    /** A malformed slug is not repaired: one from the title is better. */
    private static String slugFor(ImportedMedia original, long id) {
        var wanted = original.slug();
        return MediaText.slug(wanted != null && Slugs.isValid(wanted) ? wanted : null, text(original.title()), id);
    }

    static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
