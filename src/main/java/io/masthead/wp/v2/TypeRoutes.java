package io.masthead.wp.v2;

import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** {@code /wp/v2/types}: what kinds of content there are. */
@Singleton
class TypeRoutes implements WpRoutes {

    /** Kinds that WordPress has and does not show. */
    private static final List<String> HIDDEN = List.of("revision");

    private static final ResourceSchema SCHEMA = ResourceSchema.of("type");

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.of("/wp/v2/types", SCHEMA).get(SCHEMA.arguments("list"), TypeRoutes::permitList, this::list),
                Route.of("/wp/v2/types/(?P<type>[\\w-]+)", SCHEMA).get(SCHEMA.arguments("read"), this::one));
    }

    private static void permitList(WpRequest request, AllowedMethods allowed) {
        var writes =
                Stream.of(ContentKind.values()).anyMatch(kind -> request.actor().can(kind.editing()));
        request.require(
                writes || !request.context().equals("edit"), "rest_cannot_view", "edit posts in this post type");
    }

    private WpAnswer list(WpRequest request) {
        var types = new LinkedHashMap<String, Object>();
        for (var kind : ContentKind.values()) {
            if (!request.context().equals("edit") || request.actor().can(kind.editing())) {
                types.put(kind.slug(), shown(kind, request));
            }
        }
        return WpAnswer.ok(types);
    }

    private WpAnswer one(WpRequest request) {
        var slug = request.text("type");
        if (HIDDEN.contains(slug)) {
            throw WpErrors.forbidden(request.actor(), "rest_cannot_read_type", "Cannot view post type.");
        }
        var kind = Stream.of(ContentKind.values())
                .filter(one -> one.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new WpException(404, "rest_type_invalid", "Invalid post type."));
        request.requireForEdit(request.actor().can(kind.editing()), "edit posts in this post type");
        return WpAnswer.ok(shown(kind, request));
    }

    private static Map<String, Object> shown(ContentKind kind, WpRequest request) {
        return new Resource(SCHEMA, request)
                .put("capabilities", kind::capabilities)
                .put("description", () -> "")
                .put("hierarchical", kind::isTree)
                .put("has_archive", () -> false)
                .put(
                        "visibility",
                        () -> new TreeMap<>(
                                Map.of("show_in_nav_menus", kind != ContentKind.ATTACHMENT, "show_ui", true)))
                .put("viewable", () -> true)
                .put("labels", kind::labels)
                .put("name", kind::title)
                .put("slug", kind::slug)
                .put("icon", kind::icon)
                .put("supports", kind::supports)
                .put("taxonomies", kind::taxonomies)
                .put("rest_base", kind::base)
                .put("rest_namespace", () -> "wp/v2")
                .put("template", List::of)
                .put("template_lock", () -> false)
                .links(() ->
                        new Links(request).add("collection", "wp/v2/types").add("wp:items", "wp/v2/" + kind.base()))
                .build();
    }
}
