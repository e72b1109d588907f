package io.masthead.wp.v2;

import io.masthead.wp.rest.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments that most lists of this surface take. */
final class ListArguments {

    private ListArguments() {}

    static Schema context() {
        return Schema.string()
                .describe("Which fields are shown.")
                .oneOfValues("view", "embed", "edit")
                .byDefault("view");
    }

    static Map<String, Schema> onlyContext() {
        return Schema.properties("context", context());
    }

    /** Context, page, page size and search. */
    static Map<String, Schema> paged() {
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
        return arguments;
    }

    static Schema ids(String description) {
        return Schema.list(Schema.integer()).describe(description).byDefault(List.of());
    }

    static Schema exclude() {
        return ids("None of these ids.");
    }

    static Schema include() {
        return ids("Only these ids.");
    }

    static Schema offset() {
        return Schema.integer().describe("Items to skip, instead of pages.");
    }

    static Schema order(String byDefault) {
        return Schema.string()
                .describe("Whether to sort upwards or downwards.")
                .byDefault(byDefault)
                .oneOfValues("asc", "desc");
    }

    static Schema slugs() {
        return Schema.list(Schema.string()).describe("Only those with one of these slugs.");
    }

    static Schema force(String description) {
        return Schema.bool().byDefault(false).describe(description);
    }
}
