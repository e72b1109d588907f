package io.masthead.api.v1.site;

import io.masthead.api.v1.http.Access;
import io.masthead.api.v1.http.BodyReader;
import io.masthead.api.v1.http.Selectable;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.Scope;
import io.masthead.setting.SettingService;
import io.masthead.user.Role;
import io.masthead.web.EntityTags;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The settings of the site. */
@Path("/api/v1/settings")
@Tag(name = "Settings", description = "Site title, URL and rules.")
@Produces(MediaType.APPLICATION_JSON)
public class SettingsResource {

    private final SettingService settings;
    private final CurrentActor actor;

    SettingsResource(SettingService settings, CurrentActor actor) {
        this.settings = settings;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Selectable(SettingsJson.class)
    @Operation(
            operationId = "getSettings",
            summary = "Get site settings",
            description = "Returns the settings that front ends need. Callers who may manage settings see all.")
    public SettingsJson get(@QueryParam("fields") String fields) {
        return SettingsJson.of(settings.get(actor.get()));
    }

    @PATCH
    @Authenticated
    @Consumes({BodyReader.MERGE_PATCH, MediaType.APPLICATION_JSON})
    @Access(scopes = Scope.SETTINGS_WRITE, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "updateSettings",
            summary = "Update site settings",
            description = "Administrators only. A JSON merge patch (RFC 7396): absent fields are unchanged.")
    public SettingsJson update(@HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, SettingsInput input) {
        return SettingsJson.of(settings.update(input.toChanges(), EntityTags.expected(ifMatch), actor.get()));
    }
}
