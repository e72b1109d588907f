package io.masthead.wp.v2.post;

import static io.masthead.wp.rest.Schema.bool;
import static io.masthead.wp.rest.Schema.integer;
import static io.masthead.wp.rest.Schema.list;
import static io.masthead.wp.rest.Schema.object;
import static io.masthead.wp.rest.Schema.properties;
import static io.masthead.wp.rest.Schema.string;

import io.masthead.wp.rest.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parameters of lists of posts and pages. */
final class PostLists {

    private static final List<String> ORDERS = List.of(
            "author", "date", "id", "include", "modified", "parent", "relevance", "slug", "include_slugs", "title");

    private PostLists() {}

    static Map<String, Schema> of(PostKind kind) {
        var all = new LinkedHashMap<String, Schema>();
        all.put("context", context());
        all.put(
                "page",
                integer().describe("Which page of the list.").byDefault(1L).min(1));
        all.put(
                "per_page",
                integer().describe("How many a page has.").byDefault(10L).min(1).max(100));
        all.put("search", string().describe("Words that must be in it."));
        all.put("after", date("Published after this time."));
        all.put("modified_after", date("Changed after this time."));
        all.put("author", ids("Written by one of these users."));
        all.put("author_exclude", ids("Written by none of these users."));
        all.put("before", date("Published before this time."));
        all.put("modified_before", date("Changed before this time."));
        all.put("exclude", ids("None of these."));
        all.put("include", ids("Only these."));
        if (!kind.isPosts()) {
            all.put("menu_order", integer().describe("With this place among its like."));
        }
        all.put(
                "search_semantics",
                string().describe("How the words are looked for.").oneOfValues("exact"));
        all.put("offset", integer().describe("How many to leave out at the beginning."));
        all.put("order", string().describe("Up or down.").byDefault("desc").oneOfValues("asc", "desc"));
        all.put(
                "orderby",
                string().describe("What to order by.").byDefault("date").oneOfValues(orders(kind)));
        if (!kind.isPosts()) {
            all.put("parent", ids("Below one of these; 0 for the top."));
            all.put("parent_exclude", ids("Below none of these; 0 for the top."));
        }
        all.put(
                "search_columns",
                list(string().oneOfValues("post_title", "post_content", "post_excerpt"))
                        .byDefault(List.of())
                        .describe("Where to look for the words."));
        all.put("slug", list(string()).describe("With one of these slugs."));
        all.put(
                "status",
                list(string().oneOfValues(PostWords.LISTABLE))
                        .byDefault("publish")
                        .describe("With one of these statuses.")
                        .checkedBy(new AskedStatuses(kind.type())));
        if (kind.isPosts()) {
            addOfPosts(all);
        }
        return all;
    }

    static Schema context() {
        return string().describe("For which use the fields are chosen.")
                .oneOfValues("view", "embed", "edit")
                .byDefault("view");
    }

    private static void addOfPosts(Map<String, Schema> all) {
        all.put(
                "tax_relation",
                string().describe("Whether all conditions on terms must hold, or one.")
                        .oneOfValues("AND", "OR"));
        all.put("categories", terms("In one of these categories.", true, true));
        all.put("categories_exclude", terms("In none of these categories.", true, false));
        all.put("tags", terms("With one of these tags.", false, true));
        all.put("tags_exclude", terms("With none of these tags.", false, false));
        all.put("sticky", bool().describe("Only sticky ones, or only others."));
        all.put(
                "ignore_sticky",
                bool().describe("Whether sticky ones stay in their place.").byDefault(true));
        all.put(
                "format",
                list(string().oneOfValues(PostWords.FORMATS))
                        .describe("Of one of these formats.")
                        .with("uniqueItems", true));
    }

    private static List<String> orders(PostKind kind) {
        var orders = new ArrayList<>(ORDERS);
        if (!kind.isPosts()) {
            orders.add("menu_order");
        }
        return orders;
    }

    private static Schema date(String description) {
        return string().describe(description).format("date-time");
    }

    private static Schema ids(String description) {
        return list(integer()).describe(description).byDefault(List.of());
    }

    /**
     * @param tree whether they have others below them
     * @param counted whether one of them may do or all are needed
     */
    private static Schema terms(String description, boolean tree, boolean counted) {
        var fields = properties("terms", list(integer()).describe("Ids.").byDefault(List.of()));
        if (tree) {
            fields.put(
                    "include_children",
                    bool().describe("Whether those below them count too.").byDefault(false));
        }
        if (counted) {
            fields.put(
                    "operator",
                    string().describe("Whether all of them are needed.")
                            .oneOfValues("AND", "OR")
                            .byDefault("OR"));
        }
        return Schema.oneOf(
                        "object",
                        "array",
                        list(integer()).title("Term ID List").describe("Any of these ids."),
                        object(fields)
                                .title("Term ID Taxonomy Query")
                                .describe("Ids and how they are meant.")
                                .closed())
                .describe(description);
    }
}
