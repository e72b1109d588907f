package io.masthead.wp.v2.media;

import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.OnConflict;
import io.masthead.media.MediaPatch;
import io.masthead.media.MediaUploads;
import io.masthead.media.MediaView;
import io.masthead.media.NewMedia;
import io.masthead.media.type.AcceptedTypes;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRequest.SentFile;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Takes a file in, as the part {@code file} of a form or as the whole body. What is wrong is found in WordPress'
 * order and told in its codes; what it answers with 500 although the client is at fault is 400, or 415 for the type.
 */
@Singleton
class MediaUpload {

    private static final String FILE = "file";
    private static final String OF_FORM = "rest_upload_unknown_error";
    private static final String OF_BODY = "rest_upload_sideload_error";
    private static final String REFUSED_TYPE = "Sorry, you are not allowed to upload this file type. ";

    private final MediaUploads uploads;
    private final AcceptedTypes types;
    private final MediaFields fields;
    private final MediaShapes shapes;

    MediaUpload(MediaUploads uploads, AcceptedTypes types, MediaFields fields, MediaShapes shapes) {
        this.uploads = uploads;
        this.types = types;
        this.fields = fields;
        this.shapes = shapes;
    }

    /** Before the file is looked at. */
    void permit(WpRequest request, AllowedMethods allowed) {
        if (MediaFields.id(request, "id") != null) {
            throw new WpException(400, "rest_post_exists", "Cannot create existing post.");
        }
        var author = MediaFields.id(request, "author");
        request.require(
                author == null || request.actor().is(author) || request.actor().can(Capability.EDIT_OTHERS_POSTS),
                "rest_cannot_edit_others",
                "create posts as this user");
        request.require(allowed.write(), "rest_cannot_create", "create posts as this user");
        var post = MediaFields.id(request, "post");
        if (post != null) {
            requireAttachable(post, request);
        }
    }

    private void requireAttachable(long postId, WpRequest request) {
        try {
            uploads.requireAllowed(postId, request.actor());
        } catch (CmsException e) {
            throw e.code() == ErrorCode.VALIDATION_FAILED
                    ? request.refusal("rest_cannot_edit", "upload media to this post")
                    : e;
        }
    }

    WpAnswer create(WpRequest request) {
        var details = fields.ofNew(request);
        var files = request.input().files();
        if (files.isEmpty()) {
            throw new WpException(400, "rest_upload_no_data", "No data supplied.");
        }
        return files.get(0).isPart() ? ofForm(files, details, request) : ofBody(files.get(0), details, request);
    }

    private WpAnswer ofBody(SentFile file, MediaPatch details, WpRequest request) {
        var disposition = request.header("content-disposition");
        if (disposition == null || disposition.isBlank()) {
            throw new WpException(400, "rest_upload_no_content_disposition", "No Content-Disposition supplied.");
        }
        var name = UploadName.of(disposition);
        if (name == null) {
            throw new WpException(
                    400,
                    "rest_upload_invalid_disposition",
                    "Invalid Content-Disposition supplied. Content-Disposition needs to be formatted as `attachment;"
                            + " filename=\"image.png\"` or similar.");
        }
        return created(store(file, name, details, OF_BODY, request), request);
    }

    private WpAnswer ofForm(List<SentFile> files, MediaPatch details, WpRequest request) {
        var file = files.stream()
                .filter(one -> one.part().equals(FILE))
                .reduce((first, second) -> second)
                .orElseThrow(() -> new WpException(
                        400, OF_FORM, "Specified file failed upload test. Send it as the part 'file'."));
        if (!file.isComplete()) {
            throw new WpException(400, OF_FORM, "The uploaded file was only partially uploaded.");
        }
        if (file.name().isBlank()) {
            throw new WpException(400, OF_FORM, "No file was uploaded.");
        }
        return created(store(file, file.name(), details, OF_FORM, request), request);
    }

    /** @param code for what is wrong with the file itself */
    private MediaView store(SentFile file, String name, MediaPatch details, String code, WpRequest request) {
        if (!UploadName.isAccepted(name)) {
            throw new WpException(415, code, REFUSED_TYPE + "Accepted are " + types.names() + ", by name and bytes.");
        }
        var hash = ContentHash.of(request.header("content-md5"));
        try (var bytes = file.bytes().get();
                var staged = uploads.receive(hash.over(bytes), request.actor())) {
            hash.requireMatch();
            var wanted = new NewMedia(name, file.contentType(), details, OnConflict.FIT, true);
            return uploads.create(staged, wanted, null, request.actor());
        } catch (CmsException e) {
            throw refused(e, code);
        } catch (IOException e) {
            throw new UncheckedIOException("A received body could not be closed", e);
        }
    }

    private static RuntimeException refused(CmsException e, String code) {
        if (e.code() == ErrorCode.UNSUPPORTED_MEDIA_TYPE) {
            return new WpException(415, code, REFUSED_TYPE + e.getMessage());
        }
        boolean isOfFile = e.code() == ErrorCode.VALIDATION_FAILED
                && !e.errors().isEmpty()
                && e.errors().stream().allMatch(error -> error.field().equals(FILE));
        return isOfFile ? new WpException(400, code, e.errors().get(0).detail()) : e;
    }

    private WpAnswer created(MediaView made, WpRequest request) {
        return shapes.created(made, request);
    }
}
