package io.masthead.media.usage;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Refuses to delete media that posts show. A post that begins to feature one waits for the deletion; a content that
 * names its file at this moment is not found.
 */
@ApplicationScoped
public class MediaUsageCheck {

    private static final int MAX_NAMED = 20;

    private final MediaUsageSource source;

    MediaUsageCheck(MediaUsageSource source) {
        this.source = source;
    }

    /**
     * @param names by which contents show the media, so that they must not contain them
     * @throws CmsException {@link ErrorCode#MEDIA_IN_USE} that names the first uses
     */
    public void requireNone(long mediaId, List<String> names, Actor actor) {
        var uses = new ArrayList<>(source.featuring(mediaId, MAX_NAMED + 1, actor));
        if (uses.size() <= MAX_NAMED) {
            uses.addAll(source.naming(names, mediaId, MAX_NAMED + 1 - uses.size(), actor));
        }
        if (uses.isEmpty()) {
            return;
        }
        var named = uses.stream()
                .limit(MAX_NAMED)
                .map(use -> new FieldError("force", use.kind().name().toLowerCase(Locale.ROOT), use.sentence()))
                .toList();
        throw new CmsException(
                ErrorCode.MEDIA_IN_USE,
                (uses.size() > MAX_NAMED ? "More than " + MAX_NAMED : "These")
                        + " posts show this media; send force=true to delete it all the same.",
                named);
    }
}
