/**
 * Completes the OpenAPI document of this API, which is generated from annotations, by the same rules
 * for all operations.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Masthead",
                        version = "", // from the build
                        description = NativeDocument.DESCRIPTION,
                        contact = @Contact(name = "The maintainers of Masthead"),
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        servers = @Server(url = "/", description = "This server."),
        // Otherwise the schema would be dropped as unused before the problems are added.
        components =
                @Components(
                        securitySchemes = {
                            @SecurityScheme(
                                    securitySchemeName = DocumentedAccess.BEARER,
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "bearer",
                                    bearerFormat = "API token or access token",
                                    description =
                                            "An API token or the access token of a session, sent as `Authorization: Bearer …`. The"
                                                    + " user's role and the token's scopes determine what the caller may see and do."),
                            @SecurityScheme(
                                    securitySchemeName = DocumentedAccess.BASIC,
                                    type = SecuritySchemeType.HTTP,
                                    scheme = "basic",
                                    description =
                                            "The login or e-mail address of a user and an application password, which has all scopes"
                                                    + " that a token can have.")
                        },
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        content =
                                                @Content(
                                                        mediaType = ProblemFormat.MEDIA_TYPE,
                                                        schema = @Schema(implementation = ProblemJson.class)))))
package io.masthead.api.v1.openapi;

import io.masthead.api.v1.http.ProblemFormat;
import io.masthead.api.v1.http.ProblemJson;
import org.eclipse.microprofile.openapi.annotations.Components;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
