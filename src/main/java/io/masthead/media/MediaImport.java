package io.masthead.media;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Violations;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.platform.slug.SlugRegistry;
import io.masthead.text.Slugs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Locale;
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

    MediaImport(MediaRepository media, SlugRegistry slugs, Ids ids, MediaEvents events) {
        this.media = media;
        this.slugs = slugs;
        this.ids = ids;
        this.events = events;
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

    /** Sets the post once it is known. */
    public void attach(long mediaId, Long postId) {
        media.attach(mediaId, postId);
        events.publish(mediaId, ChangeAction.UPDATED, 0, null);
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
