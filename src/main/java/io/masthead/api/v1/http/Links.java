package io.masthead.api.v1.http;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/** Links to the next and the previous page of a list (RFC 8288), relative to the address of the request. */
final class Links {

    private Links() {}

    static List<String> of(ListJson<?> list, UriInfo uri) {
        var links = new ArrayList<String>();
        var page = uri.getQueryParameters().getFirst("page");
        if (list.page().next() != null) {
            links.add(link(uri, page, 1, list.page().next(), "next"));
        }
        if (list.page().prev() != null) {
            links.add(link(uri, page, -1, list.page().prev(), "prev"));
        }
        return links;
    }

    private static String link(UriInfo uri, String page, int step, String cursor, String rel) {
        var query = page == null
                ? query(uri, "cursor", cursor)
                : query(uri, "page", Integer.toString(Integer.parseInt(page) + step));
        return "<" + uri.getRequestUri().getRawPath() + "?" + query + ">; rel=\"" + rel + "\"";
    }

    /** The query of the request with another value of one parameter. */
    private static String query(UriInfo uri, String name, String value) {
        var query = new StringJoiner("&");
        var sent = uri.getRequestUri().getRawQuery();
        if (sent != null) {
            for (var pair : sent.split("&", -1)) {
                if (!name.equals(URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8))) {
                    query.add(pair);
                }
            }
        }
        return query.add(name + "=" + value).toString();
    }
}
