package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Listing;
import io.masthead.kernel.Part;
import io.masthead.kernel.Scope;
import io.masthead.kernel.Violations;
import io.masthead.slug.BySlug;
import io.masthead.slug.SlugRegistry;
import io.masthead.text.HtmlCleaner;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads media: they are public unless they were uploaded to a post that the caller may not see. */
@ApplicationScoped
@Transactional
public class MediaService {

    /** The scope in which slugs of media are unique. */
    static final String SLUG_SCOPE = "media";

    private static final int MAX_TITLE = 500;
    private static final int MAX_TEXT = 20_000;

    private final MediaRepository media;
    private final SlugRegistry slugs;
    private final Clock clock;

    MediaService(MediaRepository media, SlugRegistry slugs, Clock clock) {
        this.media = media;
        this.slugs = slugs;
        this.clock = clock;
    }

    /** One statement, or two where the total is asked for. */
    public Listing<MediaView> search(MediaQuery query, Actor actor) {
        return media.search(query, actor).map(row -> MediaView.of(row, actor));
    }

    /** Two statements. */
    public Part<MediaView> select(MediaSelection selection, Actor actor) {
        return media.select(selection, actor).map(row -> MediaView.of(row, actor));
    }

    /** Whether the caller may change what is said of a file: the own ones, or those of all. */
    public boolean mayEdit(Media row, Actor actor) {
        return actor.can(Capability.EDIT_OTHERS_POSTS)
                || (actor.can(Capability.UPLOAD_FILES) && actor.is(row.author().id()));
    }

    /**
     * Changes what is said of a file; the file stays as it is.
     *
     * @throws CmsException {@link ErrorCode#MEDIA_NOT_FOUND}, {@link ErrorCode#VALIDATION_FAILED},
     *     or the refusal of who may not
     */
    public MediaView update(long id, MediaChanges changes, Actor actor) {
        var row = media.lock(id, actor).orElseThrow(MediaService::notFound);
        if (!mayEdit(row, actor.unrestricted())) {
            throw actor.refused("change this media");
        }
        actor.require(Scope.CONTENT_WRITE);
        var violations = new Violations();
        violations.text("title", changes.title().value(), MAX_TITLE);
        violations.text("altText", changes.altText().value(), MAX_TEXT);
        violations.text("caption", changes.caption().value(), MAX_TEXT);
        violations.text("description", changes.description().value(), MAX_TEXT);
        violations.throwIfAny();
        row.describe(
                changes.title().orKeep(row.title()),
                changes.altText().orKeep(row.altText()),
                changes.caption().isSet()
                        ? HtmlCleaner.inline(changes.caption().value())
                        : row.caption(),
                changes.description().isSet()
                        ? HtmlCleaner.content(changes.description().value())
                        : row.description(),
                changes.postId().orKeep(row.postId()),
                clock.instant());
        return MediaView.of(row, actor);
    }

    /**
     * @throws CmsException {@link ErrorCode#MEDIA_NOT_FOUND}
     */
    public MediaView get(long id, Actor actor) {
        return MediaView.of(media.read(id, actor).orElseThrow(MediaService::notFound), actor);
    }

    /**
     * Former slugs lead on.
     *
     * @throws CmsException {@link ErrorCode#MEDIA_NOT_FOUND}
     */
    public BySlug<MediaView> getBySlug(String slug, Actor actor) {
        var target = slugs.find(SLUG_SCOPE, slug).orElseThrow(MediaService::notFound);
        return new BySlug<>(get(target.ownerId(), actor), target.current());
    }

    /** What exists of these, without authors, in one statement. */
    public Map<Long, Media> byIds(Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : media.all(ids).stream().collect(Collectors.toMap(Media::id, Function.identity()));
    }

    private static CmsException notFound() {
        return new CmsException(ErrorCode.MEDIA_NOT_FOUND, "There is no such media.");
    }
}
