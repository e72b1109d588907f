package io.masthead.api.v1.post;

import io.masthead.api.v1.http.Selectable;
import io.masthead.permalink.Permalinks;
import io.masthead.post.archive.Archives;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Archives by month. */
@Path("/api/v1/archives")
@Tag(name = "Archives", description = "The number of posts per month.")
@Produces(MediaType.APPLICATION_JSON)
public class ArchiveResource {

    private final Archives archives;
    private final Permalinks permalinks;

    ArchiveResource(Archives archives, Permalinks permalinks) {
        this.archives = archives;
        this.permalinks = permalinks;
    }

    @GET
    @PermitAll
    @Selectable(ArchivesJson.class)
    @Operation(
            operationId = "listArchives",
            summary = "List the months with published posts, newest first",
            description = "Months follow the time zone of the site. The list is not paginated.")
    public ArchivesJson list(@QueryParam("fields") String fields) {
        return ArchivesJson.of(archives.months(), permalinks.plain());
    }
}
