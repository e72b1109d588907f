package io.masthead.wp.v2;

import io.masthead.kernel.Capability;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The types of content that WordPress knows by name and Masthead has. */
enum ContentKind {
    POST("post", "Posts", "Post", "posts", "dashicons-admin-post", Capability.EDIT_POSTS),
    PAGE("page", "Pages", "Page", "pages", "dashicons-admin-page", Capability.EDIT_PAGES),
    ATTACHMENT("attachment", "Media", "Media", "media", "dashicons-admin-media", Capability.EDIT_POSTS);

    private final String slug;
    private final String plural;
    private final String singular;
    private final String base;
    private final String icon;
    private final Capability editing;

    ContentKind(String slug, String plural, String singular, String base, String icon, Capability editing) {
        this.slug = slug;
        this.plural = plural;
        this.singular = singular;
        this.base = base;
        this.icon = icon;
        this.editing = editing;
    }

    String slug() {
        return slug;
    }

    String title() {
        return plural;
    }

    String base() {
        return base;
    }

    String icon() {
        return icon;
    }

    /** What lets somebody write content of this type. */
    Capability editing() {
        return editing;
    }

    boolean isTree() {
        return this == PAGE;
    }

    List<String> taxonomies() {
        return this == POST ? List.of("category", "post_tag") : List.of();
    }

    /** The names of the powers over content of this type, by what WordPress calls them of any. */
    Map<String, String> capabilities() {
        var one = this == PAGE ? "page" : "post";
        var capabilities = new LinkedHashMap<String, String>();
        for (var verb : List.of("edit", "read", "delete")) {
            capabilities.put(verb + "_post", verb + "_" + one);
        }
        for (var power : List.of(
                "edit",
                "edit_others",
                "delete",
                "publish",
                "read_private",
                "delete_private",
                "delete_published",
                "delete_others",
                "edit_private",
                "edit_published")) {
            capabilities.put(power + "_posts", power + "_" + one + "s");
        }
        capabilities.put("read", "read");
        capabilities.put("create_posts", this == ATTACHMENT ? "upload_files" : "edit_" + one + "s");
        return capabilities;
    }

    /** What an editor offers for content of this type. */
    Map<String, Object> supports() {
        var features = new ArrayList<>(List.of("title", "author", "comments"));
        var supports = new LinkedHashMap<String, Object>();
        if (this != ATTACHMENT) {
            features.addAll(List.of("thumbnail", "custom-fields", "revisions", "autosave"));
            features.addAll(
                    this == PAGE ? List.of("page-attributes") : List.of("excerpt", "trackbacks", "post-formats"));
            supports.put("editor", List.of(Map.of("notes", true)));
        }
        features.forEach(feature -> supports.put(feature, true));
        return supports;
    }

    /** The words that editors show around content of this type. */
    Map<String, Object> labels() {
        if (this != ATTACHMENT) {
            return ownLabels();
        }
        // WordPress words the rest as for posts.
        var labels = POST.ownLabels();
        for (var label : List.of("name", "singular_name", "all_items", "archives", "menu_name")) {
            labels.put(label, plural);
        }
        labels.put("name_admin_bar", plural);
        labels.put("add_new", "Add Media File");
        labels.put("add_new_item", "Add Media File");
        labels.put("edit_item", "Edit Media");
        labels.put("view_item", "View Media File");
        labels.put("attributes", "Attachment Attributes");
        labels.put("template_name", "Single item: Media");
        return labels;
    }

    private Map<String, Object> ownLabels() {
        var many = plural.toLowerCase(Locale.ROOT);
        var one = singular.toLowerCase(Locale.ROOT);
        var labels = new LinkedHashMap<String, Object>();
        labels.put("name", plural);
        labels.put("singular_name", singular);
        labels.put("add_new", "Add");
        labels.put("add_new_item", "Add " + singular);
        labels.put("edit_item", "Edit " + singular);
        labels.put("new_item", "New " + singular);
        labels.put("view_item", "View " + singular);
        labels.put("view_items", "View " + plural);
        labels.put("search_items", "Search " + plural);
        labels.put("not_found", "No " + many + " found.");
        labels.put("not_found_in_trash", "No " + many + " found in Trash.");
        labels.put("parent_item_colon", isTree() ? "Parent " + singular + ":" : null);
        labels.put("all_items", "All " + plural);
        labels.put("archives", singular + " Archives");
        labels.put("attributes", singular + " Attributes");
        labels.put("insert_into_item", "Insert into " + one);
        labels.put("uploaded_to_this_item", "Uploaded to this " + one);
        labels.put("featured_image", "Featured image");
        labels.put("set_featured_image", "Set featured image");
        labels.put("remove_featured_image", "Remove featured image");
        labels.put("use_featured_image", "Use as featured image");
        labels.put("filter_items_list", "Filter " + many + " list");
        labels.put("filter_by_date", "Filter by date");
        labels.put("items_list_navigation", plural + " list navigation");
        labels.put("items_list", plural + " list");
        labels.put("item_published", singular + " published.");
        labels.put("item_published_privately", singular + " published privately.");
        labels.put("item_reverted_to_draft", singular + " reverted to draft.");
        labels.put("item_trashed", singular + " trashed.");
        labels.put("item_scheduled", singular + " scheduled.");
        labels.put("item_updated", singular + " updated.");
        labels.put("item_link", singular + " Link");
        labels.put("item_link_description", "A link to a " + one + ".");
        labels.put("menu_name", plural);
        labels.put("name_admin_bar", singular);
        return labels;
    }
}
