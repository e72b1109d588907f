package io.masthead.api.v1.user;

import io.masthead.api.v1.http.Access;
import io.masthead.auth.CurrentActor;
import io.masthead.imports.users.UserFileService;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.Scope;
import io.masthead.user.Role;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.file.Files;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Imports of WordPress users, whose passwords are not part of exports. */
@Path("/api/v1/imports/users")
@Tag(name = "Imports")
@Produces(MediaType.APPLICATION_JSON)
public class UserFileResource {

    private final UserFileService users;
    private final CurrentActor actor;

    UserFileResource(UserFileService users, CurrentActor actor) {
        this.users = users;
        this.actor = actor;
    }

    @POST
    @Authenticated
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Access(scopes = Scope.ACCOUNT, role = Role.ADMINISTRATOR)
    @Operation(
            operationId = "importUsers",
            summary = "Import WordPress users with their passwords",
            description = "Requires a sign-in. Takes a CSV file with the columns login, email, hash and role, and"
                    + " optionally id, display_name and slug, or with the names of these columns in WordPress."
                    + " All rows are imported or none. Users who have set a password here keep it.")
    public ImportedUsersJson add(
            @RestForm("file") @Schema(description = "CSV with a header, in UTF-8.") FileUpload file)
            throws IOException {
        if (file == null) {
            throw CmsException.field("file", "required", "Send the users as the part 'file'.");
        }
        try (var in = Files.newInputStream(file.uploadedFile())) {
            return ImportedUsersJson.of(users.add(in, actor.get()));
        }
    }
}
