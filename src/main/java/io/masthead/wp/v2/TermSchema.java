package io.masthead.wp.v2;

import io.masthead.wp.rest.Schema;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The fields of a category or tag, and the parameters of their lists. */
final class TermSchema {

    private static final Map<TermTaxonomy, Schema> OF = new EnumMap<>(TermTaxonomy.class);

    static {
        for (var taxonomy : TermTaxonomy.values()) {
            OF.put(taxonomy, make(taxonomy));
        }
    }

    private TermSchema() {}

    static Schema of(TermTaxonomy taxonomy) {
        return OF.get(taxonomy);
    }

    private static Schema make(TermTaxonomy taxonomy) {
        var fields = new LinkedHashMap<String, Schema>();
        fields.put("id", Schema.integer().describe("Id of the term.").in("vme").readonly());
        fields.put(
                "count",
                Schema.integer()
                        .describe("How many published posts carry the term.")
                        .in("ve")
                        .readonly());
        fields.put(
                "description", Schema.string().describe("HTML about the term.").in("ve"));
        fields.put(
                "link",
                Schema.string()
                        .describe("Address of the term on the site.")
                        .format("uri")
                        .in("vme")
                        .readonly());
        fields.put(
                "name",
                Schema.string()
                        .describe("Title of the term, as HTML.")
                        .in("vme")
                        .required());
        fields.put(
                "slug",
                Schema.string().describe("Name of the term in addresses.").in("vme"));
        fields.put(
                "taxonomy",
                Schema.string()
                        .describe("Kind of the term.")
                        .oneOfValues(taxonomy.slug())
                        .in("vme")
                        .readonly());
        if (taxonomy.isTree()) {
            fields.put(
                    "parent", Schema.integer().describe("Id of the term above.").in("ve"));
        }
        fields.put(
                "meta",
                Schema.object(Map.of()).describe("Further fields; none here.").in("ve"));
        return Schema.object(fields);
    }

    static Map<String, Object> document(TermTaxonomy taxonomy) {
        return of(taxonomy).document(taxonomy == TermTaxonomy.TAGS ? "tag" : "category");
    }

    static Map<String, Schema> list(TermTaxonomy taxonomy) {
        var arguments = ListArguments.paged();
        arguments.put("exclude", ListArguments.exclude());
        arguments.put("include", ListArguments.include());
        if (!taxonomy.isTree()) {
            arguments.put("offset", ListArguments.offset());
        }
        arguments.put("order", ListArguments.order("asc"));
        arguments.put(
                "orderby",
                Schema.string()
                        .describe("What to sort by.")
                        .byDefault("name")
                        .oneOfValues(
                                "id",
                                "include",
                                "name",
                                "slug",
                                "include_slugs",
                                "term_group",
                                "description",
                                "count"));
        arguments.put(
                "hide_empty",
                Schema.bool().describe("Only terms of published posts.").byDefault(false));
        if (taxonomy.isTree()) {
            arguments.put("parent", Schema.integer().describe("Only those right below this id."));
        }
        arguments.put(
                "post", Schema.integer().describe("Only those of this post.").byDefault(null));
        arguments.put("slug", ListArguments.slugs());
        return arguments;
    }

    static Map<String, Schema> create(TermTaxonomy taxonomy) {
        return of(taxonomy).arguments();
    }

    static Map<String, Schema> update(TermTaxonomy taxonomy) {
        var arguments = new LinkedHashMap<String, Schema>();
        arguments.put("id", id());
        arguments.putAll(of(taxonomy).arguments());
        arguments.put("name", Schema.string().describe("Title of the term, as HTML."));
        return arguments;
    }

    static Schema id() {
        return Schema.integer().describe("Id of the term.");
    }
}
