package io.masthead.api.v1.media;

import io.masthead.auth.CurrentActor;
import io.masthead.media.MediaUploads;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.container.ResourceInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses who may not upload before their file is read: by the time a method is called, all of a form has been read.
 */
@Singleton
class MediaUploadGate {

    private final MediaUploads uploads;
    private final CurrentActor actor;

    MediaUploadGate(MediaUploads uploads, CurrentActor actor) {
        this.uploads = uploads;
        this.actor = actor;
    }

    @ServerRequestFilter
    void requireAllowed(ResourceInfo resource) {
        if (resource.getResourceClass() == MediaResource.class
                && (resource.getResourceMethod().isAnnotationPresent(POST.class)
                        || resource.getResourceMethod().isAnnotationPresent(PUT.class))) {
            uploads.requireAllowed(actor.get());
        }
    }
}
