package io.masthead.api.v1.media;

import io.masthead.auth.CurrentActor;
import io.masthead.media.MediaUploads;
import io.masthead.web.limit.Uploads;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpMethod;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/** Receives uploads of media, which may be large; only from callers who may upload. */
@Singleton
class MediaUploadReceiver implements Uploads {

    private static final String MEDIA = "/api/v1/media";
    private static final Pattern REPLACEMENT = Pattern.compile("/api/v1/media/[^/]+/file");

    /** Of a form beside the file: its details and the headers of its parts. */
    private static final long REST_OF_FORM = 1024L * 1024;

    private final MediaUploads uploads;

    MediaUploadReceiver(MediaUploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public boolean takes(HttpMethod method, String path, boolean isMultipart) {
        return (method.equals(HttpMethod.POST) && path.equals(MEDIA))
                || (method.equals(HttpMethod.PUT) && REPLACEMENT.matcher(path).matches());
    }

    @Override
    public long maxBytes() {
        return uploads.maxBytes() + REST_OF_FORM;
    }

    @Override
    public boolean takesFrom(SecurityIdentity caller, String path) {
        return uploads.isAllowed(CurrentActor.of(caller));
    }
}
