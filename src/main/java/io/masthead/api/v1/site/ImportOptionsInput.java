package io.masthead.api.v1.site;

import io.masthead.api.v1.http.EnumCodec;
import io.masthead.imports.ImportOptions;
import io.masthead.kernel.Violations;
import io.masthead.user.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the person who imports decides. */
@Schema(name = "ImportOptionsInput", description = "What the person who imports decides.")
record ImportOptionsInput(
        @Schema(
                description = "Logins of the export, each with the login of the user here who is" + " meant.",
                examples = "{\"ada\": \"admin\"}")
        Map<String, String> users,

        @Schema(
                description = "Logins of the export, each with the role of the user who is made for" + " it.",
                examples = "{\"ben\": \"author\"}")
        Map<String, String> roles,

        @Schema(
                type = SchemaType.STRING,
                implementation = Role.class,
                description = "The role of other users who are made.",
                defaultValue = "subscriber",
                examples = "author")
        String defaultRole,

        @Schema(
                description = "Whether the site takes over title, description, address and language.",
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
