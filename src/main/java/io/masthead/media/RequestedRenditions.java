package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.media.address.LocatedFile;
import io.masthead.media.image.FocalPoint;
import io.masthead.media.image.ImageRefusedException;
import io.masthead.media.image.ImageType;
import io.masthead.media.image.RenditionRequest;
import io.masthead.media.image.ResizePlan;
import io.masthead.media.rendition.AllowedSizes;
import io.masthead.media.rendition.RenditionQuery;
import io.masthead.media.rendition.RenditionState;
import io.masthead.media.rendition.Renditions;
import io.masthead.media.rendition.SourceImage;
import io.masthead.platform.db.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Finds images in the sizes that front ends ask for; each is made at the first request for it. */
@ApplicationScoped
class RequestedRenditions {

    private final MediaRepository media;
    private final MediaFileRepository files;
    private final Renditions renditions;
    private final AllowedSizes sizes;

    RequestedRenditions(MediaRepository media, MediaFileRepository files, Renditions renditions, AllowedSizes sizes) {
        this.media = media;
        this.files = files;
        this.renditions = renditions;
        this.sizes = sizes;
    }

    /**
     * Where the version is kept; the original if nothing smaller was asked for.
     *
     * @return empty if there is no such image, none that the caller may see, or none that can be decoded
     * @throws CmsException {@link io.masthead.kernel.ErrorCode#INVALID_PARAMETER} for a size that is not allowed, or
     *     {@link io.masthead.kernel.ErrorCode#UNAVAILABLE} if too many images are being processed
     * @throws IOException if the store fails
     */
    Optional<LocatedFile> find(RenditionQuery query, Actor actor) throws IOException {
        sizes.require(query.width(), query.height());
        return findAnySize(query, actor);
    }

    /** As {@link #find}, also for sizes that front ends may not choose. */
    Optional<LocatedFile> findAnySize(RenditionQuery query, Actor actor) throws IOException {
        var found = Transactions.requiringNew().call(() -> read(query.mediaId(), actor));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var source = found.get().source;
        var plan = query.plan(source, found.get().focus);
        var type = new RenditionRequest("any", plan, query.type(), false).typeFor(source.type());
        if (type == ImageType.WEBP && !ImageType.WEBP.fits(plan.width(), plan.height())) {
            type = new RenditionRequest("any", plan, null, false).typeFor(source.type());
        }
        if (isOriginal(source, plan, type)) {
            return Optional.of(new LocatedFile(source.key(), found.get().tags));
        }
        try {
            return renditions.get(source, plan, type).map(made -> new LocatedFile(made.key(), found.get().tags));
        } catch (ImageRefusedException e) {
            return Optional.empty();
        }
    }

    private static boolean isOriginal(SourceImage source, ResizePlan plan, ImageType type) {
        return type == source.type() && plan.width() == source.width() && plan.height() == source.height();
    }

    private Optional<Found> read(long mediaId, Actor actor) {
        return media.read(mediaId, actor)
                .filter(Media::isStoredHere)
                // What could not be decoded is not tried again by whoever asks.
                .filter(row -> row.renditionState() != RenditionState.NONE)
                .flatMap(row -> files.findByIdOptional(row.fileId())
                        .flatMap(MediaFile::image)
                        .map(image -> new Found(
                                image,
                                Objects.requireNonNullElse(row.focalPoint(), FocalPoint.CENTRE),
                                MediaTags.shown(row))));
    }

    private record Found(SourceImage source, FocalPoint focus, Set<String> tags) {}
}
