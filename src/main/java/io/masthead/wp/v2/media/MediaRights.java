package io.masthead.wp.v2.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.media.Media;
import io.masthead.media.MediaService;
import io.masthead.media.MediaView;
import io.masthead.wp.rest.Access;
import io.masthead.wp.rest.ParameterFault;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** Who may do what with files, in WordPress' words. */
@Singleton
class MediaRights {

    private final MediaService media;

    MediaRights(MediaService media) {
        this.media = media;
    }

    /** Files are public here; the other statuses are for those who write. */
    static Object checkStatus(Schema statuses, String name, Object value, WpRequest request) throws ParameterFault {
        var wanted = value instanceof List<?> list
                ? list
                : List.of(String.valueOf(value).split(",", -1));
        for (var status : wanted) {
            if (!"inherit".equals(status) && !request.actor().can(Capability.EDIT_POSTS)) {
                throw new ParameterFault(
                        "rest_forbidden_status",
                        "Status is forbidden.",
                        Map.of("status", WpErrors.forbidden(request.actor())));
            }
        }
        return statuses.check(name, wanted);
    }

    void requireList(WpRequest request) {
        if (request.context().equals("edit") && !request.actor().can(Capability.EDIT_POSTS)) {
            throw request.refusal("rest_forbidden_context", "edit posts in this post type");
        }
    }

    MediaView requireRead(WpRequest request) {
        var view = view(request);
        if (request.context().equals("edit")
                && !access(view.media(), request.actor()).change()) {
            throw request.refusal("rest_forbidden_context", "edit this post");
        }
        return view;
    }

    MediaView requireUpdate(WpRequest request) {
        var view = view(request);
        if (!access(view.media(), request.actor()).change()) {
            throw request.refusal("rest_cannot_edit", "edit this post");
        }
        return view;
    }

    MediaView requireDelete(WpRequest request) {
        var view = view(request);
        if (!access(view.media(), request.actor()).delete()) {
            throw request.refusal("rest_cannot_delete", "delete this post");
        }
        return view;
    }

    void requireUpload(WpRequest request) {
        if (!request.actor().can(Capability.UPLOAD_FILES)) {
            throw request.refusal("rest_cannot_create", "create posts as this user");
        }
    }

    /** What the caller may do with a file that the caller sees. */
    Access access(Media row, Actor actor) {
        var mayEdit = media.mayEdit(row, actor);
        return new Access(true, mayEdit, mayEdit);
    }

    private MediaView view(WpRequest request) {
        return request.remember("media", () -> media.get(request.id("id"), request.actor()));
    }
}
