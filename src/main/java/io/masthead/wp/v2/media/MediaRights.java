package io.masthead.wp.v2.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.media.Media;
import io.masthead.media.MediaService;
import io.masthead.wp.rest.AllowedMethods;
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

    /** What the caller may do with a file that the caller sees. */
    AllowedMethods allowed(Media row, Actor actor) {
        var mayEdit = media.mayEdit(row, actor);
        return new AllowedMethods(true, mayEdit, mayEdit);
    }
}
