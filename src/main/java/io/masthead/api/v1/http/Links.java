package io.masthead.api.v1.http;

import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;

/** The links to other pages of a list (RFC 8288), relative to the URL of the request. */
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
        var to = uri.getRequestUriBuilder().host(null).port(-1).scheme(null);
        if (page == null) {
            to.replaceQueryParam("cursor", cursor);
        } else {
            to.replaceQueryParam("page", Integer.parseInt(page) + step);
        }
        return "<%s>; rel=\"%s\"".formatted(to.build(), rel);
    }
}
