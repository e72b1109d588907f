package io.masthead.api.v1.site;

import io.masthead.api.v1.http.EnumCodec;
import io.masthead.imports.ImportOptions;
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
        Boolean settings) {

    ImportOptions toOptions() {
        var violations = new Violations();
        var made = new LinkedHashMap<String, Role>();
        if (roles != null) {
            roles.forEach((login, word) -> made.put(login, role("options/roles/" + login, word, violations)));
        }
        var other = defaultRole == null ? Role.SUBSCRIBER : role("options/defaultRole", defaultRole, violations);
        violations.throwIfAny();
        var meant = new LinkedHashMap<String, String>();
        if (users != null) {
            users.forEach((author, login) -> meant.put(author, login == null ? "" : login));
        }
        return new ImportOptions(meant, made, other, Boolean.TRUE.equals(settings));
    }

    private static Role role(String field, String word, Violations violations) {
        var role = EnumCodec.read(Role.class, field, word);
        violations.addFault(role);
        return role.value();
    }
}
