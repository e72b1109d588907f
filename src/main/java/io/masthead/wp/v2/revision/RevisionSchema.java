package io.masthead.wp.v2.revision;

import io.masthead.post.PostType;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.v2.post.PostSchema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a revision, and the parameters of lists of them. */
final class RevisionSchema {

    private RevisionSchema() {}

    /** What a revision keeps of a post is described as the post describes it. */
    static Schema of(PostType type) {
        var post = PostSchema.of(type).properties();
        return Schema.object(Schema.properties(
                "author",
                Schema.integer().describe("Id of who wrote it.").in("vem"),
                "date",
                date("When it was saved, in the time of the site.", "vem"),
                "date_gmt",
                date("When it was saved, in UTC.", "ve"),
                "guid",
                post.get("guid"),
                "id",
                Schema.integer().describe("Its id.").in("vem"),
                "modified",
                date("When it was saved, in the time of the site.", "ve"),
                "modified_gmt",
                date("When it was saved, in UTC.", "ve"),
                "parent",
                Schema.integer().describe("Id of what it is a state of.").in("vem"),
                "slug",
                Schema.string().describe("A name made of that id.").in("vem"),
                "title",
                post.get("title"),
                "content",
                post.get("content"),
                "excerpt",
                post.get("excerpt"),
                "meta",
                post.get("meta")));
    }

    /** An autosave can be looked at on the site before it is saved. */
    static Schema autosave(PostType type) {
        var fields = new LinkedHashMap<>(of(type).properties());
        fields.put(
                "preview_link",
                Schema.string()
                        .describe("Where its author would look at it.")
                        .format("uri")
                        .in("e")
                        .readonly());
        return Schema.object(fields);
    }

    private static Schema date(String description, String contexts) {
        return Schema.string().describe(description).format("date-time").in(contexts);
    }

    static Schema parent() {
        return Schema.integer().describe("Id of what has the revisions.");
    }

    static Schema id() {
        return Schema.integer().describe("Id of the revision.");
    }

    static Schema context() {
        return Schema.string()
                .describe("Which fields are shown.")
                .oneOfValues("view", "embed", "edit")
                .byDefault("view");
    }

    static Map<String, Schema> list() {
        return Schema.properties(
                "parent",
                parent(),
                "context",
                context(),
                "page",
                Schema.integer().describe("Number of the page.").byDefault(1L).min(1),
                "per_page",
                Schema.integer()
                        .describe("Items on a page; all without it.")
                        .min(1)
                        .max(100),
                "search",
                Schema.string().describe("Only those that contain this text."),
                "exclude",
                ids("None of these ids."),
                "include",
                ids("Only these ids."),
                "offset",
                Schema.integer().describe("Items to skip, instead of pages."),
                "order",
                Schema.string()
                        .describe("Whether to sort upwards or downwards.")
                        .byDefault("desc")
                        .oneOfValues("asc", "desc"),
                "orderby",
                Schema.string()
                        .describe("What to sort by.")
                        .byDefault("date")
                        .oneOfValues("date", "id", "include", "relevance", "slug", "include_slugs", "title"));
    }

    private static Schema ids(String description) {
        return Schema.list(Schema.integer()).describe(description).byDefault(List.of());
    }
}
