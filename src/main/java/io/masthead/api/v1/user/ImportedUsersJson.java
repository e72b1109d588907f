package io.masthead.api.v1.user;

import io.masthead.imports.users.ImportedUsers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The result of an import of users. */
@Schema(name = "ImportedUsers", description = "The result of an import of users.")
record ImportedUsersJson(
        @Schema(description = "The number of created accounts.", examples = "12")
        int created,

        @Schema(description = "The number of updated accounts.", examples = "3")
        int updated,

        @Schema(
                description =
                        "The number of accounts that got the imported password. The others keep the one they have.",
                examples = "14")
        int passwords) {

    static ImportedUsersJson of(ImportedUsers done) {
        return new ImportedUsersJson(done.created(), done.updated(), done.passwords());
    }
}
