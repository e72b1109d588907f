package io.masthead.api.v1.redirect;

import io.masthead.api.v1.http.Refuses;
import io.masthead.auth.CurrentActor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.permalink.SitePath;
import io.masthead.permalink.SiteResolver;
import io.masthead.setting.SettingService;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What stands at a path of the site. */
@Path("/api/v1/resolve")
@Tag(name = "Addresses", description = "What stands at a path of the site, and redirects.")
@Produces(MediaType.APPLICATION_JSON)
public class ResolveResource {

    private final SiteResolver resolver;
    private final SettingService settings;
    private final CurrentActor actor;

    ResolveResource(SiteResolver resolver, SettingService settings, CurrentActor actor) {
        this.resolver = resolver;
        this.settings = settings;
        this.actor = actor;
    }

    @GET
    @PermitAll
    @Refuses(ErrorCode.PATH_NOT_FOUND)
    @Operation(
            operationId = "resolvePath",
            summary = "Find what stands at a path of the site",
            description = "Finds whatever WordPress finds: URLs by the current and by former permalink settings, former"
                    + " slugs, parameters such as ?p=12, archives and their further pages, media pages, searches and"
                    + " feeds. Redirects come first. What stands elsewhere now is answered with 'redirect'; a missing"
                    + " slash at the end is no reason. 404 also if the caller may not see it.")
    public ResolutionJson resolve(
            @QueryParam("path")
                    @Parameter(
                            required = true,
                            description =
                                    "A path with its query, percent-encoded as a parameter, or a URL of the site.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            minLength = 1,
                                            maxLength = SitePath.MAX_LENGTH,
                                            examples = "/about/"))
                    String path) {
        if (path == null) {
            throw CmsException.parameter(
                    "path", "required", "Send 'path', such as path=/2026/05/04/the-ferry-is-back/.");
        }
        return resolver.resolve(SitePath.of(path, settings.get()), actor.get())
                .map(ResolutionJson::of)
                .orElseThrow(
                        () -> new CmsException(ErrorCode.PATH_NOT_FOUND, "Nothing stands at this path of the site."));
    }
}
