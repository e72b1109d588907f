package io.masthead.api.v1.media;

import io.masthead.api.v1.http.Id;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.PagingParams;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.media.MediaService;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Media. */
@Path("/api/v1/media")
@Tag(name = "Media", description = "Images and other files.")
@Produces(MediaType.APPLICATION_JSON)
public class MediaResource {

    private final MediaService media;
    private final CurrentActor actor;

    MediaResource(MediaService media, CurrentActor actor) {
        this.media = media;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Selectable(MediaJson.class)
    @Operation(
            operationId = "listMedia",
            summary = "List media, newest first",
            description = "Lists the media that the caller may see. All filters must match.")
    public ListJson<MediaJson> list(@BeanParam MediaListParams params, @BeanParam PagingParams paging) {
        return ListJson.of(media.search(params.toQuery(paging), actor.get()), MediaJson::of);
    }

    @GET
    @PermitAll
    @Path("{id}")
    @Selectable(MediaJson.class)
    @Operation(
            operationId = "getMedia",
            summary = "Get a media item",
            description = "Includes the URL, media type, size and texts.")
    public MediaJson get(@PathParam("id") Id id, @QueryParam("fields") String fields) {
        return MediaJson.of(media.get(id.value(), actor.get()));
    }
}
