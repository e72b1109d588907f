package io.masthead.wp.site;

import io.masthead.permalink.FeedFormat;
import io.masthead.setting.SiteSettings;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The page at the root: whose site it is, what serves it, and the way to everything there is. */
@Singleton
class FrontPage {

    /** No scripts; the style is that of the page about WordPress. */
    static final String POLICY =
            "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none';" + " frame-ancestors 'none'";

    private final String version;
    private final int managementPort;

    FrontPage(
            @ConfigProperty(name = "quarkus.application.version") String version,
            @ConfigProperty(name = "masthead.management.port") int managementPort) {
        this.version = version;
        this.managementPort = managementPort;
    }

    /** Of the product, with which the page may change. */
    String version() {
        return version;
    }

    void write(SiteSettings site, String apiUrl, OutputStream stream) throws IOException {
        var xml = new Xml(stream);
        xml.html().start("html", "lang", site.language());
        head(site, apiUrl, xml);
        xml.start("body").element("h1", site.title()).element("p", site.description());
        xml.start("p")
                .text("This server is ")
                .element("strong", "Masthead")
                .text(" " + version + ", a headless CMS. It gives the content of the site to")
                .text(" programs; front ends bring their own pages.")
                .end();
        apis(xml);
        feeds(site, xml);
        health(xml);
        xml.finish();
    }

    private static void head(SiteSettings site, String apiUrl, Xml xml) throws IOException {
        xml.start("head")
                .empty("meta", "charset", "UTF-8")
                .empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .element("title", site.title())
                .empty("meta", "name", "description", "content", site.description())
                .empty("link", "rel", "stylesheet", "href", "/docs/wordpress/style.css")
                .empty("link", "rel", "https://api.w.org/", "href", apiUrl + "/wp-json/");
        for (var format : FeedFormat.values()) {
            xml.empty("link", "rel", "alternate", "type", format.mediaType(), "href", address(format, site));
        }
        xml.end();
    }

    private static void apis(Xml xml) throws IOException {
        xml.element("h2", "APIs").start("ul");
        item("/docs", "Try both APIs in the browser", xml);
        item("/api/v1", "API v1", xml);
        item("/openapi", "OpenAPI document of API v1", xml);
        item("/wp-json/", "WordPress REST API", xml);
        item("/openapi/wordpress", "OpenAPI document of the WordPress REST API", xml);
        item("/docs/wordpress", "What of WordPress is served", xml);
        xml.end();
    }

    private static void feeds(SiteSettings site, Xml xml) throws IOException {
        xml.element("h2", "Feeds").start("ul");
        for (var format : FeedFormat.values()) {
            item(address(format, site), format.title(), xml);
        }
        item("/wp-sitemap.xml", "Sitemap", xml);
        xml.end();
    }

    private void health(Xml xml) throws IOException {
        var address = "http://localhost:" + managementPort + "/q/health";
        xml.element("h2", "Health")
                .start("p")
                .text("For operators, on the management port: ")
                .start("a", "href", address)
                .text(address)
                .end()
                .end();
    }

    private static String address(FeedFormat format, SiteSettings site) {
        return format.feedOf(site.url() + "/", site.addresses().structure().end());
    }

    private static void item(String address, String text, Xml xml) throws IOException {
        xml.start("li").start("a", "href", address).text(text).end().end();
    }
}
