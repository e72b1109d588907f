/**
 * Our own API, {@code /api/v1}: reads requests into the words of the core and writes its answers as
 * JSON. No business rule lives here; DESIGN decisions of the wire (names, statuses, paging,
 * problems) do.
 */
@OpenAPIDefinition(
        info =
                @Info(
                        title = "Masthead",
                        version = "", // from the build
                        description = NativeDocument.DESCRIPTION,
                        contact = @Contact(name = "The maintainers of Masthead"),
                        license = @License(name = "Apache-2.0", identifier = "Apache-2.0")),
        servers = @Server(url = "/", description = "The server that this document comes from."),
        // Else the schema would be dropped as unused before the refusals are written.
        components =
                @Components(
                        securitySchemes =
                                @SecurityScheme(
                                        securitySchemeName = NativeDocument.SECURITY_SCHEME,
                                        type = SecuritySchemeType.HTTP,
                                        scheme = "bearer",
                                        bearerFormat = "Masthead API token",
                                        description =
                                                "An API token of a user, sent as `Authorization: Bearer …`. The role of that user"
                                                        + " says what the caller may see and do."),
                        responses =
                                @APIResponse(
                                        name = "Problem",
                                        content =
                                                @Content(
                                                        mediaType = ProblemFormat.MEDIA_TYPE,
                                                        schema =
                                                                @Schema(
                                                                        implementation =
                                                                                ProblemJson
                                                                                        .class)))))
package io.masthead.api.v1;

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
