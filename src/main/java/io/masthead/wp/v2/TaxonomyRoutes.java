package io.masthead.wp.v2;

import io.masthead.kernel.Capability;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** {@code /wp/v2/taxonomies}: what kinds of terms there are. */
@Singleton
class TaxonomyRoutes implements WpRoutes {

    /** Kinds that WordPress has and keeps to itself. */
    private static final List<String> HIDDEN = List.of("post_format");

    private static final ResourceSchema SCHEMA = ResourceSchema.of("taxonomy");

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.of("/wp/v2/taxonomies", SCHEMA)
                        .get(SCHEMA.arguments("list"), TaxonomyRoutes::permitList, this::list),
                Route.of("/wp/v2/taxonomies/(?P<taxonomy>[\\w-]+)", SCHEMA, TaxonomyRoutes::allowed)
                        .get(SCHEMA.arguments("read"), TaxonomyRoutes::permitOne, this::one));
    }

    private static void permitList(WpRequest request, AllowedMethods allowed) {
        request.require(
                mayAssign(request) || !request.context().equals("edit"),
                "rest_cannot_view",
                "manage terms in this taxonomy");
    }

    private static AllowedMethods allowed(WpRequest request) {
        return HIDDEN.contains(request.text("taxonomy")) ? AllowedMethods.NONE : AllowedMethods.ALL;
    }

    private static void permitOne(WpRequest request, AllowedMethods allowed) {
        request.require(allowed.read(), "rest_forbidden", "do that");
        request.requireForEdit(
                mayAssign(request) || find(request.text("taxonomy")).findAny().isEmpty(),
                "manage terms in this taxonomy");
    }

    private static boolean mayAssign(WpRequest request) {
        return request.actor().can(Capability.EDIT_POSTS);
    }

    private WpAnswer list(WpRequest request) {
        var type = request.text("type");
        var taxonomies = new LinkedHashMap<String, Object>();
        if (type == null || type.equals(ContentKind.POST.slug())) {
            for (var taxonomy : TermTaxonomy.values()) {
                taxonomies.put(taxonomy.slug(), shown(taxonomy, request));
            }
        }
        return WpAnswer.ok(taxonomies);
    }

    private WpAnswer one(WpRequest request) {
        var taxonomy = find(request.text("taxonomy"))
                .findFirst()
                .orElseThrow(() -> new WpException(404, "rest_taxonomy_invalid", "Invalid taxonomy."));
        return WpAnswer.ok(shown(taxonomy, request));
    }

    private static Stream<TermTaxonomy> find(String slug) {
        return Stream.of(TermTaxonomy.values()).filter(one -> one.slug().equals(slug));
    }

    private static Map<String, Object> shown(TermTaxonomy taxonomy, WpRequest request) {
        return new Resource(SCHEMA, request)
                .put("name", taxonomy::title)
                .put("slug", taxonomy::slug)
                .put("capabilities", () -> capabilities(taxonomy))
                .put("description", () -> "")
                .put("labels", () -> labels(taxonomy))
                .put("types", () -> List.of(ContentKind.POST.slug()))
                .put("show_cloud", () -> true)
                .put("hierarchical", taxonomy::isTree)
                .put("rest_base", taxonomy::base)
                .put("rest_namespace", () -> "wp/v2")
                .put("visibility", TaxonomyRoutes::visibility)
                .links(() ->
                        new Links(request).add("collection", "wp/v2/taxonomies").add("wp:items", taxonomy.route()))
                .build();
    }

    private static Map<String, Object> capabilities(TermTaxonomy taxonomy) {
        var capabilities = new LinkedHashMap<String, Object>();
        var many = taxonomy.isTree() ? "categories" : "post_tags";
        for (var verb : List.of("manage", "edit", "delete", "assign")) {
            capabilities.put(verb + "_terms", verb + "_" + many);
        }
        return capabilities;
    }

    /** Terms of a kind show up everywhere. */
    private static Map<String, Object> visibility() {
        var visibility = new LinkedHashMap<String, Object>();
        var places = SCHEMA.schema().properties().get("visibility").properties();
        places.keySet().forEach(place -> visibility.put(place, true));
        return visibility;
    }

    /** The short ones; sentences that explain a form are the form's own. */
    private static Map<String, Object> labels(TermTaxonomy taxonomy) {
        var plural = taxonomy.title();
        var singular = taxonomy.isTree() ? "Category" : "Tag";
        var many = plural.toLowerCase(Locale.ROOT);
        var labels = new LinkedHashMap<String, Object>();
        labels.put("name", plural);
        labels.put("singular_name", singular);
        labels.put("search_items", "Search " + plural);
        labels.put("all_items", "All " + plural);
        labels.put("parent_item", taxonomy.isTree() ? "Parent " + singular : null);
        labels.put("parent_item_colon", taxonomy.isTree() ? "Parent " + singular + ":" : null);
        labels.put("edit_item", "Edit " + singular);
        labels.put("view_item", "View " + singular);
        labels.put("update_item", "Update " + singular);
        labels.put("add_new_item", "Add " + singular);
        labels.put("new_item_name", "New " + singular + " Name");
        labels.put("not_found", "No " + many + " found.");
        labels.put("no_terms", "No " + many);
        labels.put("items_list_navigation", plural + " list navigation");
        labels.put("items_list", plural + " list");
        labels.put("most_used", "Most Used");
        labels.put("menu_name", plural);
        return labels;
    }
}
