package io.masthead.wp.v2.media;

import io.masthead.wp.rest.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a file, and the parameters of lists of them. */
final class MediaSchema {

    private static final List<String> STATUSES = List.of("publish", "future", "draft", "pending", "private");

    static final Schema LISTED = Schema.list(Schema.string().oneOfValues("inherit", "private", "trash"));

    private MediaSchema() {}

    static Schema of() {
        var fields = new LinkedHashMap<String, Schema>();
        fields.put("date", date("When it was uploaded, in the time of the site.", "vem"));
        fields.put("date_gmt", date("When it was uploaded, in UTC.", "ve"));
        fields.put("guid", raw("A name of it that never changes.", "ve").readonly());
        fields.put("id", integer("Its id.", "vem").readonly());
        fields.put("link", string("Address of its page.", "vem").format("uri").readonly());
        fields.put("modified", dateOnly("When it was last changed, in the time of the site."));
        fields.put("modified_gmt", dateOnly("When it was last changed, in UTC."));
        fields.put("slug", string("Its name in addresses.", "vem"));
        fields.put("status", string("Where it is in its life.", "ve").oneOfValues(STATUSES));
        fields.put("type", string("Always attachment.", "vem").readonly());
        fields.put(
                "permalink_template",
                string("Its address without the slug.", "e").readonly());
        fields.put(
                "generated_slug",
                string("The slug its title would give it.", "e").readonly());
        fields.put(
                "class_list",
                Schema.list(Schema.string())
                        .describe("Names for style sheets.")
                        .in("ve")
                        .readonly());
        fields.put("title", raw("Its title.", "vem"));
        fields.put("author", integer("Id of who uploaded it.", "vem"));
        fields.put("featured_media", integer("Files have none.", "vem"));
        fields.put("comment_status", openOrClosed("Whether it takes comments."));
        fields.put("ping_status", openOrClosed("Whether it takes pings."));
        fields.put("meta", Schema.object(Map.of()).describe("Further fields.").in("ve"));
        fields.put("template", string("Layout of its page.", "ve"));
        fields.put("alt_text", string("What stands for it where it is not seen.", "vem"));
        fields.put("caption", raw("What stands below it.", "vem"));
        fields.put("description", raw("About it.", "ve"));
        fields.put(
                "media_type",
                string("Image or not.", "vem").oneOfValues("image", "file").readonly());
        fields.put("mime_type", string("Its media type.", "vem").readonly());
        fields.put(
                "media_details",
                Schema.of("object").describe("Size and other forms.").in("vem").readonly());
        fields.put("post", integer("Id of the post it belongs to.", "ve"));
        fields.put(
                "source_url",
                string("Address of the file.", "vem").format("uri").readonly());
        fields.put("filename", string("Name of the file.", "ve").readonly());
        fields.put(
                "filesize",
                Schema.of("integer", "null").describe("In bytes.").in("ve").readonly());
        return Schema.object(fields);
    }

    static Map<String, Schema> list() {
        var arguments = new LinkedHashMap<String, Schema>();
        arguments.put("context", context());
        arguments.put(
                "page",
                Schema.integer().describe("Number of the page.").byDefault(1L).min(1));
        arguments.put(
                "per_page",
                Schema.integer()
                        .describe("Items on a page.")
                        .byDefault(10L)
                        .min(1)
                        .max(100));
        arguments.put("search", Schema.string().describe("Only those that contain this text."));
        arguments.put("after", moment("Only those uploaded after this time."));
        arguments.put("modified_after", moment("Only those changed after this time."));
        arguments.put("author", ids("Only those of these users."));
        arguments.put("author_exclude", ids("None of these users."));
        arguments.put("before", moment("Only those uploaded before this time."));
        arguments.put("modified_before", moment("Only those changed before this time."));
        arguments.put("exclude", ids("None of these ids."));
        arguments.put("include", ids("Only these ids."));
        arguments.put("offset", Schema.integer().describe("Items to skip, instead of pages."));
        arguments.put(
                "order",
                Schema.string().describe("Direction.").byDefault("desc").oneOfValues("asc", "desc"));
        arguments.put(
                "orderby",
                Schema.string()
                        .describe("What to sort by.")
                        .byDefault("date")
                        .oneOfValues(
                                "author",
                                "date",
                                "id",
                                "include",
                                "modified",
                                "parent",
                                "relevance",
                                "slug",
                                "include_slugs",
                                "title"));
        arguments.put("parent", ids("Only those of these posts."));
        arguments.put("parent_exclude", ids("None of these posts."));
        arguments.put("slug", Schema.list(Schema.string()).describe("Only those with one of these slugs."));
        arguments.put(
                "status",
                LISTED.describe("Only those with one of these statuses.")
                        .byDefault("inherit")
                        .checkedOnlyBy(MediaRights::checkStatus));
        arguments.put(
                "media_type",
                Schema.list(Schema.string().oneOfValues("image", "video", "text", "application", "audio"))
                        .describe("Only those of these kinds.")
                        .byDefault(null));
        arguments.put(
                "mime_type",
                Schema.list(Schema.string())
                        .describe("Only those of these media types.")
                        .byDefault(null));
        arguments.put(
                "search_semantics",
                Schema.string()
                        .describe("exact: the text must be all that is there.")
                        .oneOfValues("exact"));
        arguments.put(
                "search_columns",
                Schema.list(Schema.any()
                                .oneOfValues("post_title", "post_content", "post_excerpt")
                                .with("type", List.of("string")))
                        .describe("Where to look for the text.")
                        .byDefault(List.of()));
        return arguments;
    }

    static Schema context() {
        return Schema.string()
                .describe("Which fields are shown.")
                .oneOfValues("view", "embed", "edit")
                .byDefault("view");
    }

    static Schema id() {
        return Schema.integer().describe("Its id.");
    }

    private static Schema ids(String description) {
        return Schema.list(Schema.integer()).describe(description).byDefault(List.of());
    }

    private static Schema moment(String description) {
        return Schema.string().describe(description).format("date-time");
    }

    private static Schema date(String description, String contexts) {
        return Schema.of("string", "null")
                .describe(description)
                .format("date-time")
                .in(contexts);
    }

    private static Schema dateOnly(String description) {
        return Schema.string()
                .describe(description)
                .format("date-time")
                .in("ve")
                .readonly();
    }

    private static Schema string(String description, String contexts) {
        return Schema.string().describe(description).in(contexts);
    }

    private static Schema integer(String description, String contexts) {
        return Schema.integer().describe(description).in(contexts);
    }

    private static Schema openOrClosed(String description) {
        return Schema.string()
                .describe(description)
                .oneOfValues("open", "closed")
                .in("ve");
    }

    /** As it was written and as HTML; text alone is taken too. */
    private static Schema raw(String description, String contexts) {
        return Schema.object(Schema.properties(
                        "raw",
                        Schema.string().describe("As it was written.").in("e"),
                        "rendered",
                        Schema.string().describe("As HTML.").in(contexts).readonly()))
                .describe(description)
                .in(contexts)
                .checkedOnlyBy((name, value, request) -> value);
    }
}
