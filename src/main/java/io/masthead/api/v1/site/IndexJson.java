package io.masthead.api.v1.site;

import io.masthead.api.v1.http.Representation;
import io.masthead.setting.SiteSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The entry to this API. */
@Schema(name = "Index", description = "Whose content it is, and where to find it.")
record IndexJson(
        @Schema(description = "The title of the site.", examples = "The Harbour News")
        String name,

        @Schema(description = "The tagline of the site; may be empty.", examples = "News from the waterfront")
        String description,

        @Schema(description = "The URL of the site.", examples = "https://news.example")
        String url,

        @Schema(description = "The version of the server.", examples = "1.4.0")
        String version,

        @Schema(
                description = "Paths on this server by what they lead to: 'self', each list ('posts', 'pages' ...),"
                        + " 'settings', 'me', 'login', 'openapi', 'docs' and 'wordpress'. More may be added.",
                examples = "{\"posts\": \"/api/v1/posts\", \"openapi\": \"/openapi\"}")
        Map<String, String> links)
        implements Representation {

    private static final String ROOT = "/api/v1";

    /** What lies directly below the root and answers GET. */
    private static final List<String> RESOURCES = List.of(
            "posts",
            "pages",
            "categories",
            "tags",
            "users",
            "comments",
            "media",
            "menus",
            "patterns",
            "archives",
            "redirects",
            "imports",
            "audit",
            "settings",
            "me");

    static IndexJson of(SiteSettings site, String version) {
        var links = new LinkedHashMap<String, String>();
        links.put("self", ROOT);
        RESOURCES.forEach(name -> links.put(name, ROOT + "/" + name));
        links.put("login", ROOT + "/auth/login");
        links.put("openapi", "/openapi");
        links.put("docs", "/docs");
        links.put("wordpress", "/wp-json");
        return new IndexJson(site.title(), site.description(), site.url(), version, links);
    }
}
