package io.masthead.wp.v2.search;

import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Target;
import io.masthead.wp.rest.WpRequest;
import java.util.Map;

/**
 * One thing that was found.
 *
 * @param id a number, or the word for a format
 * @param title HTML
 * @param subtype null where the type says all
 * @param self where it lies on this surface; null where it lies nowhere
 * @param about what kind it is of; null where that lies nowhere
 */
record Hit(Object id, String title, String url, String type, String subtype, Target self, String about) {

    static final ResourceSchema SCHEMA = ResourceSchema.of("search-result");

    Map<String, Object> toJson(WpRequest request) {
        var resource = new Resource(SCHEMA, request)
                .put("id", () -> id)
                .put("title", () -> title)
                .put("url", () -> url)
                .put("type", () -> type);
        if (subtype != null) {
            resource.put("subtype", () -> subtype);
        }
        return resource.links(() -> links(request)).build();
    }

    private Links links(WpRequest request) {
        var links = new Links(request);
        if (self != null) {
            links.embeddable("self", self, Links.hints(new AllowedMethods(true, false, false)));
        }
        if (about != null) {
            links.add("about", about);
        }
        return links.add("collection", "wp/v2/search");
    }
}
