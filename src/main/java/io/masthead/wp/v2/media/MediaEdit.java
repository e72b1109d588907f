package io.masthead.wp.v2.media;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.media.Media;
import io.masthead.media.MediaUploads;
import io.masthead.media.MediaView;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Crops, turns and mirrors a picture into a further one, and makes the sizes of one that lacks some. */
@Singleton
class MediaEdit {

    private static final String UNABLE = "Unable to edit this image. ";

    private final MediaUploads uploads;
    private final MediaFields fields;
    private final MediaShapes shapes;

    MediaEdit(MediaUploads uploads, MediaFields fields, MediaShapes shapes) {
        this.uploads = uploads;
        this.fields = fields;
        this.shapes = shapes;
    }

    WpAnswer edit(WpRequest request, MediaView view) {
        var original = view.media();
        if (!isFile(original, request.text("src"))) {
            throw new WpException(404, "rest_unknown_attachment", "Unable to get meta information for file.");
        }
        var edits = ImageModifiers.of(request);
        if (edits.isEmpty()) {
            throw new WpException(
                    400,
                    "rest_image_not_edited",
                    "The image was not edited. Edit the image before applying the changes.");
        }
        try {
            return shapes.created(uploads.edit(original.id(), edits, fields.ofNew(request), request.actor()), request);
        } catch (CmsException e) {
            throw refused(e);
        }
    }

    /** Also a picture whose file is elsewhere has none that could be edited. */
    private static boolean isFile(Media media, String source) {
        var details = media.details();
        if (!media.isStoredHere() || details.file().isEmpty()) {
            return false;
        }
        var folder = details.file().substring(0, details.file().lastIndexOf('/') + 1);
        var address = source.split("[?#]", 2)[0];
        return Stream.concat(Stream.of(details.file()), details.sizes().stream().map(size -> folder + size.file()))
                .anyMatch(file -> address.endsWith("/" + file));
    }

    private static RuntimeException refused(CmsException e) {
        boolean isOfImage = e.code() == ErrorCode.UNSUPPORTED_MEDIA_TYPE
                || (e.code() == ErrorCode.VALIDATION_FAILED
                        && e.errors().stream().anyMatch(error -> error.field().equals("file")));
        return isOfImage
                ? new WpException(
                        400,
                        "rest_unknown_image_file_type",
                        UNABLE
                                + (e.errors().isEmpty()
                                        ? e.getMessage()
                                        : e.errors().get(0).detail()))
                : e;
    }

    /** Sizes are made right after an upload, so that few pictures lack any. */
    WpAnswer process(WpRequest request, MediaView view) {
        return shapes.edited(uploads.completeSizes(view.media().id(), request.actor()), request);
    }
}
