package io.masthead.wp.v2.post;

import static io.masthead.wp.rest.Schema.bool;
import static io.masthead.wp.rest.Schema.integer;
import static io.masthead.wp.rest.Schema.list;
import static io.masthead.wp.rest.Schema.object;
import static io.masthead.wp.rest.Schema.properties;
import static io.masthead.wp.rest.Schema.string;

import io.masthead.post.PostType;
import io.masthead.wp.rest.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a post and of a page; revisions have some of them. */
public final class PostSchema {

    private PostSchema() {}

    public static Schema of(PostType type) {
        var fields = new LinkedHashMap<String, Schema>();
        addTimes(fields);
        addAddress(fields);
        if (type == PostType.PAGE) {
            fields.put(
                    "parent", integer().describe("The id of the page above it.").in("ve"));
        }
        addTexts(fields);
        fields.put(
                "featured_media",
                integer()
                        .describe("The id of the image that stands for it; 0 for none.")
                        .in("vem"));
        fields.put(
                "comment_status",
                string().oneOfValues(PostWords.DOORS)
                        .describe("Whether it takes comments.")
                        .in("ve"));
        fields.put(
                "ping_status",
                string().oneOfValues(PostWords.DOORS)
                        .describe("Whether it takes pings.")
                        .in("ve"));
        if (type == PostType.POST) {
            addPlaceInLists(fields);
        } else {
            fields.put(
                    "menu_order",
                    integer().describe("Its place among the pages beside it.").in("ve"));
            fields.put("meta", meta());
        }
        fields.put("template", template());
        if (type == PostType.POST) {
            fields.put(
                    "categories",
                    list(integer())
                            .describe("The ids of the categories it lies in.")
                            .in("ve"));
            fields.put(
                    "tags",
                    list(integer()).describe("The ids of the tags it carries.").in("ve"));
        }
        return object(fields).title(type.noun());
    }

    private static void addTimes(Map<String, Schema> fields) {
        fields.put("date", date("When it was published, in the time of the site.", "vem"));
        fields.put("date_gmt", date("When it was published, in UTC.", "ve"));
    }

    private static Schema date(String description, String contexts) {
        return Schema.of("string", "null")
                .format("date-time")
                .describe(description)
                .in(contexts);
    }

    private static void addAddress(Map<String, Schema> fields) {
        fields.put(
                "guid",
                object(properties(
                                "raw",
                                string().describe("As it is stored.").in("e").readonly(),
                                "rendered",
                                string().describe("As it is shown.").in("ve").readonly()))
                        .describe("A name of it that never changes.")
                        .in("ve")
                        .readonly());
        fields.put("id", integer().describe("Its id.").in("vem").readonly());
        fields.put(
                "link",
                string().format("uri")
                        .describe("Where readers find it.")
                        .in("vem")
                        .readonly());
        fields.put(
                "modified",
                string().format("date-time")
                        .describe("When it was last changed, in the time of the site.")
                        .in("ve")
                        .readonly());
        fields.put(
                "modified_gmt",
                string().format("date-time")
                        .describe("When it was last changed, in UTC.")
                        .in("ve")
                        .readonly());
        fields.put("slug", string().describe("Its name in addresses.").in("vem"));
        fields.put(
                "status",
                string().oneOfValues(PostWords.SETTABLE)
                        .describe("Where it is in its life.")
                        .in("ve"));
        fields.put("type", string().describe("Post or page.").in("vem").readonly());
        fields.put(
                "password",
                string().describe("What readers must know to read text and excerpt.")
                        .in("e"));
        fields.put(
                "permalink_template",
                string().describe("Its address with a mark in place of the slug.")
                        .in("e")
                        .readonly());
        fields.put(
                "generated_slug",
                string().describe("The slug that its title would give it.")
                        .in("e")
                        .readonly());
        fields.put(
                "class_list",
                list(string())
                        .describe("Names for style sheets of what it is and lies in.")
                        .in("ve")
                        .readonly());
    }

    private static void addTexts(Map<String, Schema> fields) {
        fields.put(
                "title",
                object(properties(
                                "raw",
                                string().describe("As it was written.").in("e"),
                                "rendered",
                                string().describe("As HTML.").in("vem").readonly()))
                        .describe("Its title.")
                        .in("vem")
                        .taking(value -> true));
        fields.put(
                "content",
                object(properties(
                                "raw",
                                string().describe("As it was written.").in("e"),
                                "rendered",
                                string().describe("As HTML.").in("ve").readonly(),
                                "block_version",
                                integer()
                                        .describe("0 for a text without blocks, else 1.")
                                        .in("e")
                                        .readonly(),
                                "protected",
                                bool().describe("Whether it takes a password to read it.")
                                        .in("vem")
                                        .readonly()))
                        .describe("Its text.")
                        .in("ve")
                        .taking(value -> true));
        fields.put("author", integer().describe("The id of its author.").in("vem"));
        fields.put(
                "excerpt",
                object(properties(
                                "raw",
                                string().describe("As it was written.").in("e"),
                                "rendered",
                                string().describe("As HTML.").in("vem").readonly(),
                                "protected",
                                bool().describe("Whether it takes a password to read it.")
                                        .in("vem")
                                        .readonly()))
                        .describe("What lists show of it.")
                        .in("vem")
                        .taking(value -> true));
    }

    private static void addPlaceInLists(Map<String, Schema> fields) {
        fields.put(
                "format",
                string().oneOfValues(PostWords.FORMATS)
                        .describe("What kind of thing it is.")
                        .in("ve"));
        fields.put("meta", meta());
        fields.put(
                "sticky",
                bool().describe("Whether front pages show it before all others.")
                        .in("ve"));
    }

    private static Schema meta() {
        return object(properties("footnotes", string().title("").describe("").byDefault("")))
                .describe("Further fields.")
                .in("ve")
                .checkedBy(new ObjectCheck());
    }

    private static Schema template() {
        return string().describe("The layout it is shown in.").in("ve");
    }
}
