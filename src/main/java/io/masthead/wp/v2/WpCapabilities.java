package io.masthead.wp.v2;

import io.masthead.user.Role;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Roles as WordPress words them: their names, and the long list of what each may do, by which
 * clients decide what to offer. What is really allowed is decided by the core.
 */
final class WpCapabilities {

    /** Without {@code unfiltered_html}, which nobody has here. */
    private static final Map<Role, Set<String>> OF = new EnumMap<>(Role.class);

    static {
        add(Role.SUBSCRIBER, null, "read level_0");
        add(Role.CONTRIBUTOR, Role.SUBSCRIBER, "edit_posts delete_posts level_1");
        add(
                Role.AUTHOR,
                Role.CONTRIBUTOR,
                "upload_files edit_published_posts publish_posts delete_published_posts level_2");
        add(
                Role.EDITOR,
                Role.AUTHOR,
                "moderate_comments manage_categories manage_links"
                        + " edit_others_posts edit_pages edit_others_pages edit_published_pages"
                        + " publish_pages delete_pages delete_others_pages delete_published_pages"
                        + " delete_others_posts delete_private_posts edit_private_posts"
                        + " read_private_posts delete_private_pages edit_private_pages"
                        + " read_private_pages level_3 level_4 level_5 level_6 level_7");
        add(
                Role.ADMINISTRATOR,
                Role.EDITOR,
                "switch_themes edit_themes activate_plugins edit_plugins edit_users edit_files"
                        + " manage_options import level_8 level_9 level_10 delete_users create_users"
                        + " unfiltered_upload edit_dashboard update_plugins delete_plugins"
                        + " install_plugins update_themes install_themes update_core list_users"
                        + " remove_users promote_users edit_theme_options delete_themes export");
    }

    private WpCapabilities() {}

    private static void add(Role role, Role below, String more) {
        var all = new LinkedHashSet<>(below == null ? Set.<String>of() : OF.get(below));
        all.addAll(Arrays.asList(more.split(" ", -1)));
        OF.put(role, all);
    }

    static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** All that the role may do, and the role itself. */
    static Map<String, Boolean> of(Role role) {
        var all = new LinkedHashMap<String, Boolean>();
        OF.get(role).forEach(capability -> all.put(capability, true));
        all.put(word(role), true);
        return all;
    }

    /** Roles by name; those that do not exist are left out. */
    static Set<Role> named(Collection<String> words) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (words.contains(word(role))) {
                roles.add(role);
            }
        }
        return roles;
    }

    /** Roles that may do any of these, or are one of these. */
    static Set<Role> ableTo(List<String> capabilities) {
        var roles = EnumSet.noneOf(Role.class);
        for (var role : Role.values()) {
            if (capabilities.stream().anyMatch(of(role)::containsKey)) {
                roles.add(role);
            }
        }
        return roles;
    }
}
