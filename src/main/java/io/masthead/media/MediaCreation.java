package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.OnConflict;
import io.masthead.kernel.Patch;
import io.masthead.media.type.FileName;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.platform.slug.SlugRegistry;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Map;

/** Makes the row of an uploaded media item, in the transaction of the upload. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MediaCreation {

    private final MediaRepository media;
    private final MediaEditor editor;
    private final MediaRenditions renditions;
    private final MediaEvents events;
    private final SlugRegistry slugs;
    private final UserService users;
    private final Ids ids;
    private final Clock clock;

    MediaCreation(
            MediaRepository media,
            MediaEditor editor,
            MediaRenditions renditions,
            MediaEvents events,
            SlugRegistry slugs,
            UserService users,
            Ids ids,
            Clock clock) {
        this.media = media;
        this.editor = editor;
        this.renditions = renditions;
        this.events = events;
        this.slugs = slugs;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param name of the file, clean
     * @param imageMeta as in {@link MediaDetails}
     * @return the id
     */
    long create(MediaFile file, NewMedia wanted, String name, Map<String, Object> imageMeta, Actor actor) {
        long id = ids.next(IdSpace.CONTENT);
        var details = wanted.details();
        var title = details.title().isSet() ? details.title().value() : FileName.title(name);
        var chosen = details.slug().value();
        var slug = MediaText.slug(chosen, title, id);
        if (chosen == null || wanted.onConflict() == OnConflict.FIT) {
            slug = slugs.claimFree(MediaService.SLUG_SCOPE, slug, id);
        } else {
            slugs.claim(MediaService.SLUG_SCOPE, slug, id);
        }
        var row = new Media(id, title, slug, users.require(actor.userId(), "author"), clock.instant());
        row.setFile(file, imageMeta);
        editor.apply(row, details.withSlug(Patch.absent()), wanted.onConflict(), actor);
        renditions.schedule(row, file);
        media.persistAndFlush(row);
        events.publish(id, ChangeAction.CREATED, row.version(), actor.userId());
        return id;
    }
}
