package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Listing;
import io.masthead.slug.BySlug;
import io.masthead.slug.SlugRegistry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

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

    private final MediaRepository media;
    private final SlugRegistry slugs;

    MediaService(MediaRepository media, SlugRegistry slugs) {
        this.media = media;
        this.slugs = slugs;
    }

    /** One statement, or two where the total is asked for. */
    public Listing<MediaView> search(MediaQuery query, Actor actor) {
        return media.search(query, actor).map(row -> MediaView.of(row, actor));
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
