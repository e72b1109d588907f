package io.masthead.wp.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An answer of this surface on its way out.
 *
 * @param body maps, lists, strings, numbers, booleans and null
 * @param headers {@code Link} as a list, all others as text
 */
public record WpAnswer(int status, Object body, Map<String, Object> headers) {

    public static WpAnswer ok(Object body) {
        return new WpAnswer(200, body, new LinkedHashMap<>());
    }

    /**
     * WordPress sends the whole address, made from its setting. Here it is the path on this server,
     * since the setting may name the site that readers see.
     *
     * @param route of what was made, such as {@code wp/v2/posts/12}
     */
    public static WpAnswer created(Object body, String route) {
        return new WpAnswer(201, body, new LinkedHashMap<>()).with("Location", WpGateway.ROOT + "/" + route);
    }

    /**
     * @param previous what is gone for good, as it was
     */
    public static WpAnswer deleted(Object previous) {
        var body = new LinkedHashMap<String, Object>();
        body.put("deleted", true);
        body.put("previous", previous);
        return ok(body);
    }

    public static WpAnswer of(WpError error) {
        return new WpAnswer(error.status(), error.toJson(), new LinkedHashMap<>());
    }

    public WpAnswer with(String header, Object value) {
        headers.put(header, value);
        return this;
    }

    /**
     * @param link as in RFC 8288, {@code <…>; rel="…"}
     */
    public WpAnswer link(String link) {
        var links = new ArrayList<Object>();
        if (headers.get("Link") instanceof List<?> former) {
            links.addAll(former);
        }
        links.add(link);
        headers.put("Link", links);
        return this;
    }

    public boolean isError() {
        return status >= 400;
    }

    WpAnswer withBody(Object other) {
        return new WpAnswer(status, other, headers);
    }
}
