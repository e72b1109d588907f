package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Violations;
import io.masthead.media.address.FormerPath;
import io.masthead.media.address.FormerPaths;
import io.masthead.media.address.WordPressUploads;
import io.masthead.media.rendition.Renditions;
import io.masthead.media.type.ImageTexts;
import io.masthead.platform.event.ChangeAction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Gives media other files, in the transaction that has the row of the new one. Former addresses lead to it. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class MediaReplacement {

    private final MediaRepository media;
    private final MediaService service;
    private final FormerPaths formerPaths;
    private final Renditions renditions;
    private final MediaRenditions newRenditions;
    private final MediaFileRemoval removal;
    private final MediaEvents events;
    private final Clock clock;

    MediaReplacement(
            MediaRepository media,
            MediaService service,
            FormerPaths formerPaths,
            Renditions renditions,
            MediaRenditions newRenditions,
            MediaFileRemoval removal,
            MediaEvents events,
            Clock clock) {
        this.media = media;
        this.service = service;
        this.formerPaths = formerPaths;
        this.renditions = renditions;
        this.newRenditions = newRenditions;
        this.removal = removal;
        this.events = events;
        this.clock = clock;
    }

    /** @throws CmsException {@link ErrorCode#MEDIA_NOT_FOUND}, or the refusal for a caller who may not */
    void requireAllowed(long id, Actor actor) {
        requireAllowed(media.read(id, actor).orElseThrow(MediaService::notFound), actor);
    }

    private void requireAllowed(Media row, Actor actor) {
        if (!service.mayEdit(row, actor.unrestricted())) {
            throw actor.refused("change this media");
        }
    }

    /**
     * Does nothing if the media item has this file already.
     *
     * @param file as of {@link FilePlacement#place}
     * @param imageMeta as in {@link MediaDetails}
     * @return the id of the media item
     * @throws CmsException as {@link #requireAllowed}, or {@link ErrorCode#VERSION_MISMATCH}
     */
    long replace(
            long id, Supplier<MediaFile> file, Map<String, Object> imageMeta, ExpectedVersion expected, Actor actor) {
        // Before the file, as renditions do.
        var row = media.lock(id, actor).orElseThrow(MediaService::notFound);
        requireAllowed(row, actor);
        expected.check(row.version());
        var wanted = file.get();
        if (!wanted.id().equals(row.fileId())) {
            set(row, wanted, imageMeta);
            row.touch(clock.instant());
            media.flush();
            events.publish(id, ChangeAction.UPDATED, row.version(), actor.userId());
        }
        return id;
    }

    /**
     * Takes the file of an imported item, unless it has one by now or is gone. What the export says of the image stays.
     *
     * @param file as of {@link FilePlacement#place}
     * @return the id of the media item
     */
    long take(long id, Supplier<MediaFile> file, ImageTexts texts) {
        media.lock(id).filter(row -> !row.isStoredHere()).ifPresent(row -> {
            var known = row.details().imageMeta();
            set(row, file.get(), known.isEmpty() ? texts.imageMeta() : known);
            if (row.credit().isEmpty()) {
                row.setCredit(MediaText.credit(texts.credit(), new Violations()));
            }
            media.flush();
            events.publish(id, ChangeAction.UPDATED, row.version(), null);
        });
        return id;
    }

    private void set(Media row, MediaFile file, Map<String, Object> imageMeta) {
        var formerFile = row.fileId();
        if (row.isStoredHere()) {
            formerPaths.replace(row.id(), pathsHere(row));
        } else {
            formerPaths.add(row.id(), pathsOfWordPress(row));
        }
        row.setFile(file, imageMeta);
        newRenditions.schedule(row, file);
        if (formerFile != null) {
            removal.release(formerFile);
        }
    }

    /** All that have been made: pages that show one of them may be anywhere. */
    private List<FormerPaths.Entry> pathsHere(Media row) {
        var paths = new ArrayList<FormerPaths.Entry>();
        row.storageKey().ifPresent(key -> paths.add(new FormerPaths.Entry(MediaUrls.PATH + key, null, null)));
        renditions
                .ofFile(row.fileId())
                .forEach(made ->
                        paths.add(new FormerPaths.Entry(MediaUrls.PATH + made.key(), made.width(), made.height())));
        return paths;
    }

    /** Those of the file and of the sizes that WordPress made of it. */
    private static List<FormerPaths.Entry> pathsOfWordPress(Media row) {
        var paths = new ArrayList<FormerPaths.Entry>();
        WordPressUploads.path(row.sourceUrl()).ifPresent(path -> {
            var folder = path.substring(0, path.lastIndexOf('/') + 1);
            var details = row.details();
            paths.add(new FormerPaths.Entry(path, null, null));
            if (!details.originalFile().isEmpty()) {
                FormerPath.normalized(folder + details.originalFile())
                        .ifPresent(original -> paths.add(new FormerPaths.Entry(original, null, null)));
            }
            details.sizes().stream()
                    // Those of a PDF are pictures of its first page.
                    .filter(size -> row.mimeType().startsWith("image/"))
                    .forEach(size -> FormerPath.normalized(folder + size.file())
                            .ifPresent(
                                    smaller -> paths.add(new FormerPaths.Entry(smaller, size.width(), size.height()))));
        });
        return paths;
    }
}
