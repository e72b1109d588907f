package io.masthead.wp.site;

import io.masthead.permalink.SitemapEntry;
import io.masthead.permalink.Sitemaps;
import io.masthead.post.PostType;
import io.masthead.setting.ApiUrl;
import io.masthead.setting.SettingService;
import io.masthead.taxonomy.TermKind;
import io.masthead.web.EntityTags;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.LongStream;

/** What search engines read first: {@code robots.txt} and the sitemaps that it names. */
@Path("/")
public class SitemapResource {

    private static final String NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static final String INDEX = "/wp-sitemap.xml";
    private static final String XML = "application/xml;charset=UTF-8";

    /** With an offset, as WordPress writes it. */
    private static final DateTimeFormatter W3C = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx", Locale.ROOT);

    private final Sitemaps sitemaps;
    private final SettingService settings;
    private final ApiUrl apiUrl;

    SitemapResource(Sitemaps sitemaps, SettingService settings, ApiUrl apiUrl) {
        this.sitemaps = sitemaps;
        this.settings = settings;
        this.apiUrl = apiUrl;
    }

    @GET
    @PermitAll
    @Path("robots.txt")
    public Response robots() {
        var text = "User-agent: *\nDisallow: /wp-admin/\nAllow: /wp-admin/admin-ajax.php\n\nSitemap: "
                + settings.get().url()
                + INDEX
                + "\n";
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return document(
                "text/plain;charset=UTF-8",
                tag(text),
                null,
                SiteLinks.of(null, settings.get(), apiUrl.get()),
                stream -> stream.write(bytes));
    }

    /** Where some look for it first. */
    @GET
    @PermitAll
    @Path("sitemap.xml")
    public Response elsewhere() {
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, INDEX)
                .build();
    }

    @GET
    @PermitAll
    @Path("wp-sitemap.xml")
    public Response index() {
        var sizes = sitemaps.sizes();
        var first = settings.get().display().pageInFront() ? 0 : 1; // for the front itself
        var parts = new ArrayList<String>();
        parts.addAll(parts("posts-post", sizes.posts()));
        parts.addAll(parts("posts-page", Math.max(first, sizes.pages())));
        parts.addAll(parts("taxonomies-category", sizes.categories()));
        parts.addAll(parts("taxonomies-post_tag", sizes.tags()));
        parts.addAll(parts("taxonomies-post_format", sizes.formats()));
        parts.addAll(parts("users", sizes.authors()));
        return document(
                XML,
                tag(parts.toString()),
                null,
                List.of(),
                stream -> write("sitemapindex", "sitemap", entries(parts), stream));
    }

    /** A number has no more digits than one whose rows can still be counted in an int. */
    @GET
    @PermitAll
    @Path("wp-sitemap-{kind:[a-z_-]+}-{part:[0-9]{1,6}}.xml")
    public Response part(@PathParam("kind") String kind, @PathParam("part") int part) {
        if (part < 1) {
            throw new NotFoundException();
        }
        var entries = new ArrayList<SitemapEntry>();
        if (kind.equals("posts-page") && part == 1 && !settings.get().display().pageInFront()) {
            entries.add(sitemaps.front());
        }
        entries.addAll(
                switch (kind) {
                    case "posts-post" -> sitemaps.posts(PostType.POST, part);
                    case "posts-page" -> sitemaps.posts(PostType.PAGE, part);
                    case "taxonomies-category" -> sitemaps.terms(TermKind.CATEGORY, part);
                    case "taxonomies-post_tag" -> sitemaps.terms(TermKind.TAG, part);
                    case "taxonomies-post_format" -> part == 1 ? sitemaps.formats() : List.<SitemapEntry>of();
                    case "users" -> sitemaps.authors(part);
                    default -> List.<SitemapEntry>of();
                });
        if (entries.isEmpty()) {
            throw new NotFoundException();
        }
        return document(
                XML,
                tag(entries.toString()),
                entries.stream()
                        .map(SitemapEntry::changedAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                List.of(),
                stream -> write("urlset", "url", entries, stream));
    }

    private List<String> parts(String kind, long entries) {
        return LongStream.rangeClosed(1, (entries + Sitemaps.PART - 1) / Sitemaps.PART)
                .mapToObj(part ->
                        "%s/wp-sitemap-%s-%d.xml".formatted(settings.get().url(), kind, part))
                .toList();
    }

    private static List<SitemapEntry> entries(List<String> addresses) {
        return addresses.stream()
                .map(address -> new SitemapEntry(address, null))
                .toList();
    }

    private static void write(String list, String one, List<SitemapEntry> entries, OutputStream stream)
            throws IOException {
        var xml = new Xml(stream);
        xml.declare().start(list, "xmlns", NAMESPACE);
        for (var entry : entries) {
            xml.start(one).element("loc", entry.address());
            if (entry.changedAt() != null) {
                xml.element("lastmod", W3C.format(entry.changedAt().atOffset(ZoneOffset.UTC)));
            }
            xml.end();
        }
        xml.finish();
    }

    private static String tag(String shown) {
        return EntityTags.of(null, shown.getBytes(StandardCharsets.UTF_8));
    }

    private static Response document(
            String mediaType, String tag, Instant lastModified, List<String> links, StreamingOutput body) {
        return Response.ok(new SiteDocument(mediaType, tag, lastModified, links, body))
                .build();
    }
}
