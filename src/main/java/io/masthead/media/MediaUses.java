package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Refuses to delete what is shown. */
@ApplicationScoped
class MediaUses {

    private static final int MAX_NAMED = 20;

    private final UsesOfMedia source;

    MediaUses(UsesOfMedia source) {
        this.source = source;
    }

    /** @throws CmsException {@link ErrorCode#MEDIA_IN_USE} that names the first uses */
    void requireNone(Media row, Actor actor) {
        var uses = source.find(row.id(), row.address(), MAX_NAMED + 1, actor);
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
