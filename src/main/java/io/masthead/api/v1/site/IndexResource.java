package io.masthead.api.v1.site;

import io.masthead.setting.SettingService;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The entry to this API, for clients that know nothing but its address. */
@Path("/api/v1")
@Tag(name = "Index", description = "The entry to the API.")
@Produces(MediaType.APPLICATION_JSON)
public class IndexResource {

    private final SettingService settings;
    private final String version;

    IndexResource(SettingService settings, @ConfigProperty(name = "quarkus.application.version") String version) {
        this.settings = settings;
        this.version = version;
    }

    @GET
    @PermitAll
    @Operation(
            operationId = "getIndex",
            summary = "Get the links to everything",
            description = "Names the site and the version of the server, and links to all lists and documents.")
    public IndexJson get() {
        return IndexJson.of(settings.get(), version);
    }
}
