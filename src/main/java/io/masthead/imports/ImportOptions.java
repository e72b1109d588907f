package io.masthead.imports;

import io.masthead.user.Role;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the person who imports decides.
 *
 * @param users logins of the export, each with the login of the user here who is meant
 * @param roles logins of the export, each with the role of the user who is made for it
 * @param defaultRole the role of other users who are made
 * @param settings whether the site takes over title, description, address and language
 */
public record ImportOptions(Map<String, String> users, Map<String, Role> roles, Role defaultRole, boolean settings) {

    /** Users are made as subscribers, and the site keeps its settings. */
    public static final ImportOptions DEFAULT = new ImportOptions(Map.of(), Map.of(), Role.SUBSCRIBER, false);

    public ImportOptions {
        users = Map.copyOf(users);
        roles = Map.copyOf(roles);
    }

    /** Whether more comes of it than content: roles above the lowest, or the site's address. */
    boolean givesWaysIn() {
        return settings
                || defaultRole != Role.SUBSCRIBER
                || roles.values().stream().anyMatch(role -> role != Role.SUBSCRIBER);
    }

    Map<String, Object> toJson() {
        var json = new LinkedHashMap<String, Object>();
        json.put("users", users);
        var names = new LinkedHashMap<String, String>();
        roles.forEach((login, role) -> names.put(login, role.name()));
        json.put("roles", names);
        json.put("defaultRole", defaultRole.name());
        json.put("settings", settings);
        return json;
    }

    static ImportOptions of(Map<String, Object> json) {
        var roles = new LinkedHashMap<String, Role>();
        strings(json.get("roles")).forEach((login, role) -> roles.put(login, Role.valueOf(role)));
        return new ImportOptions(
                strings(json.get("users")),
                roles,
                Role.valueOf(json.get("defaultRole").toString()),
                Boolean.TRUE.equals(json.get("settings")));
    }

    private static Map<String, String> strings(Object json) {
        var strings = new LinkedHashMap<String, String>();
        if (json instanceof Map<?, ?> map) {
            map.forEach((key, value) -> strings.put(key.toString(), value.toString()));
        }
        return strings;
    }
}
