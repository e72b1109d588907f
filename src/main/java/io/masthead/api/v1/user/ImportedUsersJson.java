package io.masthead.api.v1.user;

import io.masthead.imports.users.ImportedUsers;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a file of users. */
@Schema(name = "ImportedUsers", description = "What came of a file of users.")
record ImportedUsersJson(
        @Schema(description = "Accounts that were not there.", examples = "12")
        int created,

        @Schema(description = "Accounts that were there.", examples = "3")
        int updated,

        @Schema(
                description =
                        "Accounts that have their old password now. The others had one" + " already, and keep it.",
                examples = "14")
        int passwords) {

    static ImportedUsersJson of(ImportedUsers done) {
        return new ImportedUsersJson(done.created(), done.updated(), done.passwords());
    }
}
