package io.masthead.imports;

import io.masthead.imports.files.FileOrigin;
import io.masthead.user.Role;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The choices of the user who imports.
 *
 * @param users logins in the export, each with the login of the user here who stands for it
 * @param roles logins in the export, each with the role of the user to create
 * @param defaultRole the role of other users that are created
 * @param settings whether to import title, description, URL and language of the site
 * @param files where the files of attachments are taken from
 * @param rewriteAddresses whether addresses inside contents are changed if this server has their files
 * @param sameAs the URL that the site had when an earlier export of it was imported; null if it is the same
 * @param update whether records that are here take over what the exported site has changed since the last import
 */
public record ImportOptions(
        Map<String, String> users,
        Map<String, Role> roles,
        Role defaultRole,
        boolean settings,
        FileOrigin files,
        boolean rewriteAddresses,
        String sameAs,
        boolean update) {

    /** New users become subscribers, and the settings of the site stay. */
    public static final ImportOptions DEFAULT = new ImportOptions(Map.of(), Map.of(), Role.SUBSCRIBER, false);

    /** Files stay where they are. */
    public ImportOptions(Map<String, String> users, Map<String, Role> roles, Role defaultRole, boolean settings) {
        this(users, roles, defaultRole, settings, FileOrigin.NONE, false, null, false);
    }

    public ImportOptions {
        users = Map.copyOf(users);
        roles = Map.copyOf(roles);
    }

    /** Whether it affects more than content: roles above the lowest, or the URL of the site. */
    boolean affectsAccess() {
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
        json.put("files", files.kind().name());
        if (files.uploads() != null) {
            json.put("uploads", files.uploads().toString());
        }
        json.put("rewriteAddresses", rewriteAddresses);
        json.put("update", update);
        if (sameAs != null) {
            json.put("sameAs", sameAs);
        }
        return json;
    }

    static ImportOptions of(Map<String, Object> json) {
        var roles = new LinkedHashMap<String, Role>();
        strings(json.get("roles")).forEach((login, role) -> roles.put(login, Role.valueOf(role)));
        return new ImportOptions(
                strings(json.get("users")),
                roles,
                Role.valueOf(json.get("defaultRole").toString()),
                Boolean.TRUE.equals(json.get("settings")),
                files(json),
                Boolean.TRUE.equals(json.get("rewriteAddresses")),
                json.get("sameAs") == null ? null : json.get("sameAs").toString(),
                Boolean.TRUE.equals(json.get("update")));
    }

    /** Imports of earlier versions took no files. */
    private static FileOrigin files(Map<String, Object> json) {
        var kind = json.get("files");
        return kind == null
                ? FileOrigin.NONE
                : new FileOrigin(
                        FileOrigin.Kind.valueOf(kind.toString()),
                        json.get("uploads") == null
                                ? null
                                : Path.of(json.get("uploads").toString()));
    }

    private static Map<String, String> strings(Object json) {
        var strings = new LinkedHashMap<String, String>();
        if (json instanceof Map<?, ?> map) {
            map.forEach((key, value) -> strings.put(key.toString(), value.toString()));
        }
        return strings;
    }
}
