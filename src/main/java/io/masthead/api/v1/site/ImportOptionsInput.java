package io.masthead.api.v1.site;

import io.masthead.api.v1.http.EnumCodec;
import io.masthead.imports.ImportOptions;
import io.masthead.imports.files.FileOrigin;
import io.masthead.kernel.Violations;
import io.masthead.user.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The options of an import. */
@Schema(name = "ImportOptionsInput", description = "The options of an import.")
record ImportOptionsInput(
        @Schema(
                description = "Maps logins of the export to logins of existing users.",
                examples = "{\"ada\": \"admin\"}")
        Map<String, String> users,

        @Schema(
                description = "Maps logins of the export to roles of created users.",
                examples = "{\"ben\": \"author\"}")
        Map<String, String> roles,

        @Schema(
                type = SchemaType.STRING,
                implementation = Role.class,
                description = "The role of all other created users.",
                defaultValue = "subscriber",
                examples = "author")
        String defaultRole,

        @Schema(
                description = "Whether to import title, description, URL and language of the site.",
                defaultValue = "false",
                examples = "false")
        Boolean settings,

        @Schema(
                type = SchemaType.STRING,
                implementation = ImportFilesChoice.class,
                description = "Where the files of attachments are taken from: they stay where they are, or are fetched"
                        + " from the exported site, which the server's operator must allow"
                        + " (masthead.media.fetch=true).",
                defaultValue = "none",
                examples = "fetch")
        String media,

        @Schema(
                description = "Whether to change addresses inside posts and pages that lead to imported files, by this"
                        + " or earlier imports of the same site.",
                defaultValue = "false",
                examples = "false")
        Boolean rewriteAddresses,

        @Schema(
                description = "The URL that the site had when an earlier export of it was imported, if it has moved to"
                        + " another domain since; so its records are found again. With or without 'www.', by http or"
                        + " https, it is the same site without this.",
                examples = "https://old.example.org")
        String sameAs,

        @Schema(
                description = "Whether posts, pages, comments, terms and names of authors that are here take over what"
                        + " was changed at the exported site since the last import. A warning names each post.",
                defaultValue = "false",
                examples = "false")
        Boolean update) {

    ImportOptions toOptions() {
        var violations = new Violations();
        var made = new LinkedHashMap<String, Role>();
        if (roles != null) {
            roles.forEach((login, word) -> made.put(login, role("options/roles/" + login, word, violations)));
        }
        var other = defaultRole == null ? Role.SUBSCRIBER : role("options/defaultRole", defaultRole, violations);
        var files = files(violations);
        violations.throwIfAny();
        var meant = new LinkedHashMap<String, String>();
        if (users != null) {
            users.forEach((author, login) -> meant.put(author, login == null ? "" : login));
        }
        return new ImportOptions(
                meant,
                made,
                other,
                Boolean.TRUE.equals(settings),
                files,
                Boolean.TRUE.equals(rewriteAddresses),
                sameAs,
                Boolean.TRUE.equals(update));
    }

    private FileOrigin files(Violations violations) {
        if (media == null) {
            return FileOrigin.NONE;
        }
        var choice = EnumCodec.read(ImportFilesChoice.class, "options/media", media);
        violations.addFault(choice);
        return choice.value() == ImportFilesChoice.FETCH ? FileOrigin.FETCH : FileOrigin.NONE;
    }

    private static Role role(String field, String word, Violations violations) {
        var role = EnumCodec.read(Role.class, field, word);
        violations.addFault(role);
        return role.value();
    }
}
