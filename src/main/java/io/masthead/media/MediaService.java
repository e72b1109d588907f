package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.OnConflict;
import io.masthead.kernel.Page;
import io.masthead.kernel.Scope;
import io.masthead.media.address.FormerPaths;
import io.masthead.media.rendition.RenditionState;
import io.masthead.media.usage.MediaUsageCheck;
import io.masthead.platform.event.ChangeAction;
import io.masthead.platform.event.ReadTags;
import io.masthead.platform.event.Tags;
import io.masthead.platform.lane.BoundedReads;
import io.masthead.platform.slug.SlugLookup;
import io.masthead.platform.slug.SlugRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads, changes and deletes media: they are public unless they were uploaded to a post that the caller may not see. */
@ApplicationScoped
@Transactional
public class MediaService {

    /** The scope in which slugs of media are unique. */
    static final String SLUG_SCOPE = "media";

    private final MediaRepository media;
    private final MediaEditor editor;
    private final MediaUsageCheck usages;
    private final FormerPaths formerPaths;
    private final MediaFileRemoval files;
    private final MediaRenditions renditions;
    private final MediaUrls urls;
    private final SlugRegistry slugs;
    private final MediaEvents events;
    private final ReadTags reads;
    private final Clock clock;

    MediaService(
            MediaEvents events,
            MediaRepository media,
            MediaEditor editor,
            MediaUsageCheck usages,
            FormerPaths formerPaths,
            MediaFileRemoval files,
            MediaRenditions renditions,
            MediaUrls urls,
            SlugRegistry slugs,
            ReadTags reads,
            Clock clock) {
        this.media = media;
        this.editor = editor;
        this.usages = usages;
        this.formerPaths = formerPaths;
        this.files = files;
        this.renditions = renditions;
        this.urls = urls;
        this.slugs = slugs;
        this.events = events;
        this.reads = reads;
        this.clock = clock;
    }

    /** One statement, or two if a total is wanted that the page does not reveal. */
    @BoundedReads
    public Page<MediaView> search(MediaQuery query, Actor actor) {
        var found = media.search(query, actor);
        reads.add(Tags.MEDIA);
        recordRead(found.items());
        return found.map(row -> view(row, actor));
    }

    /** The media that the caller may see, ordered by id, in one statement. */
    public List<MediaView> find(Collection<Long> ids, Actor actor) {
        return read(ids, actor, media::read).stream()
                .map(row -> view(row, actor))
                .toList();
    }

    /** Whether the caller may change the data on a file: their own, or all. */
    public boolean mayEdit(Media row, Actor actor) {
        return isEditor(row, actor);
    }

    static boolean isEditor(Media row, Actor actor) {
        return actor.can(Capability.EDIT_OTHERS_POSTS)
                || (actor.can(Capability.UPLOAD_FILES) && actor.is(row.author().id()));
    }

    /**
     * Changes the data on a file, but not the file itself: all changes or none.
     *
     * @param onConflict how to handle a slug that is malformed or taken
     * @throws CmsException {@link ErrorCode#MEDIA_NOT_FOUND}, {@link ErrorCode#VALIDATION_FAILED}, {@link
     *     ErrorCode#VERSION_MISMATCH}, or the refusal for a caller who may not
     */
    public MediaView update(long id, MediaPatch wanted, ExpectedVersion expected, OnConflict onConflict, Actor actor) {
        var row = media.lock(id, actor).orElseThrow(MediaService::notFound);
        if (!mayEdit(row, actor.unrestricted())) {
            throw actor.refused("change this media");
        }
        actor.requireEither(Scope.MEDIA_WRITE, Scope.CONTENT_WRITE);
        expected.check(row.version());
        var changes = wanted.differingFrom(row);
        editor.apply(row, changes, onConflict, actor);
        if (changes.focalPoint().isSet()) {
            renditions.scheduleAgain(row);
        }
        row.touch(clock.instant());
        media.flush();
        events.publish(id, ChangeAction.UPDATED, row.version(), actor.userId());
        urls.complete(row);
        return MediaView.of(row, actor);
    }

    /**
     * Deletes media: the slug becomes free, and posts lose it as their featured image. A file that is stored here
     * and that no other media has is removed afterwards.
     *
     * @param evenIfUsed whether posts may lose it
     * @throws CmsException {@link ErrorCode#MEDIA_NOT_FOUND}, {@link ErrorCode#MEDIA_IN_USE} with the usages, {@link
     *     ErrorCode#VERSION_MISMATCH}, or the refusal for a caller who may not
     */
    public void delete(long id, boolean evenIfUsed, ExpectedVersion expected, Actor actor) {
        var row = media.lockForDeletion(id, actor).orElseThrow(MediaService::notFound);
        if (!mayEdit(row, actor.unrestricted())) {
            throw actor.refused("delete this media");
        }
        actor.requireEither(Scope.MEDIA_WRITE, Scope.CONTENT_WRITE);
        expected.check(row.version());
        if (row.isStoredHere()) {
            files.hold(row.fileId());
        }
        if (!evenIfUsed) {
            usages.requireNone(id, names(row), actor);
        }
        slugs.deleteAll(SLUG_SCOPE, id);
        media.delete(row);
        media.flush();
        if (row.isStoredHere()) {
            files.release(row.fileId());
        }
        events.publish(id, ChangeAction.DELETED, row.version(), actor.userId());
    }

    /** Schedules the sizes that an image lacks, unless they are being made. */
    void completeSizes(long id, Actor actor) {
        var row = media.lock(id, actor).orElseThrow(MediaService::notFound);
        if (!mayEdit(row, actor.unrestricted())) {
            throw actor.refused("change this media");
        }
        actor.requireEither(Scope.MEDIA_WRITE, Scope.CONTENT_WRITE);
        if (row.renditionState() == RenditionState.NONE) {
            renditions.scheduleAgain(row);
        }
    }

    /** How contents show what goes with this media; others may have the same file. */
    private List<String> names(Media row) {
        var names = new ArrayList<String>();
        names.add(MediaUrls.PATH + row.id() + "/");
        for (var path : formerPaths.of(row.id())) {
            // Where others still have the former file, its address is theirs.
            if (StoredFiles.keyIn(path).filter(media::isUsed).isEmpty()) {
                names.addAll(FormerPaths.namesInContent(path));
            }
        }
        if (media.isLastOfFile(row)) {
            names.add(row.referenceInContent());
        }
        return names;
    }

    /** @throws CmsException {@link ErrorCode#MEDIA_NOT_FOUND} */
    public MediaView get(long id, Actor actor) {
        var row = media.read(id, actor).orElseThrow(MediaService::notFound);
        recordRead(List.of(row));
        return view(row, actor);
    }

    /**
     * Also finds it by a former slug.
     *
     * @throws CmsException {@link ErrorCode#MEDIA_NOT_FOUND}
     */
    public SlugLookup<MediaView> getBySlug(String slug, Actor actor) {
        var target = slugs.find(SLUG_SCOPE, slug).orElseThrow(MediaService::notFound);
        if (!target.current()) {
            reads.add(Tags.MEDIA); // another file may take the slug
        }
        return new SlugLookup<>(get(target.ownerId(), actor), target.current());
    }

    /** Those that the caller may see, without authors, in one statement. */
    public Map<Long, Media> byIds(Collection<Long> ids, Actor actor) {
        return read(ids, actor, media::all).stream().collect(Collectors.toMap(Media::id, Function.identity()));
    }

    private List<Media> read(
            Collection<Long> ids, Actor actor, BiFunction<Collection<Long>, Actor, List<Media>> query) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var found = query.apply(ids, actor);
        recordRead(found);
        if (found.size() < new HashSet<>(ids).size()) {
            reads.add(Tags.MEDIA); // the post that hides one may be published
        }
        return found;
    }

    /**
     * Gives a media item that was read together with the post that shows it its absolute URL, and records that it
     * was read.
     */
    public void shown(Media row) {
        recordRead(List.of(row));
    }

    private MediaView view(Media row, Actor actor) {
        var view = MediaView.of(row, actor);
        reads.add(view.author() == null ? Tags.USERS : Tags.user(view.author().id()));
        return view;
    }

    private void recordRead(Collection<Media> found) {
        found.forEach(row -> {
            urls.complete(row);
            reads.add(MediaTags.shown(row));
        });
    }

    static CmsException notFound() {
        return new CmsException(ErrorCode.MEDIA_NOT_FOUND, "There is no such media.");
    }
}
