package io.masthead.imports.wxr;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a WordPress export file (WXR 1.x) from a stream, one record at a time.
 *
 * <p>Memory is bounded by the largest item, which is limited (32 Mi characters, 16 Mi for one text, 100,000
 * comments, terms and fields). DTDs and entities are refused, so that nothing is fetched or multiplied.
 * Elements are recognised by namespace, not by prefix. Marks that were meant as text are escaped, see {@link XmlRepair}.
 */
public final class WxrReader {

    private final XmlCursor xml;
    private final WxrHandler handler;
    private final WxrItemReader items;
    private final Fields channel;
    private boolean siteReported;

    private WxrReader(InputStream in, WxrHandler handler) throws IOException {
        this.xml = new XmlCursor(in);
        this.handler = handler;
        this.items = new WxrItemReader(xml, handler);
        this.channel = new Fields(handler);
    }

    /**
     * Reads all of the file. The stream stays open; exceptions of the handler are passed on.
     *
     * @throws WxrFormatException if the file is not well-formed, not a WordPress export, truncated, or beyond
     *     the limits; the handler may have received earlier records
     */
    public static void read(InputStream in, WxrHandler handler) throws IOException {
        new WxrReader(in, handler).read();
    }

    private void read() throws IOException {
        xml.root();
        if (!"rss".equals(xml.name())) {
            throw new WxrFormatException(
                    xml.location(), "The file is not a WordPress export: its root element is not rss.");
        }
        while (xml.nextChild()) {
            xml.beginItem();
            if ("channel".equals(xml.name())) {
                channel();
            } else {
                xml.skip();
            }
        }
        var end = xml.location();
        xml.end();
        reportSite(end);
    }

    private void channel() throws IOException {
        while (xml.nextChild()) {
            xml.beginItem();
            switch (xml.name()) {
                case "title", "link", "description", "language", "wp:wxr_version" -> channel.read(xml);
                case "wp:base_site_url", "wp:base_blog_url" -> channel.read(xml);
                // Some exporters write wp_author.
                case "wp:author", "wp:wp_author" -> author();
                case "wp:category" -> term("category", "category_nicename", "category_parent", "cat_name");
                case "wp:tag" -> term("post_tag", "tag_slug", "tag_parent", "tag_name");
                case "wp:term" -> term("", "term_slug", "term_parent", "term_name");
                case "item" -> {
                    reportSite(xml.location());
                    var item = items.read();
                    xml.reportRepairs(handler);
                    handler.item(item);
                }
                default -> xml.skip();
            }
        }
    }

    private void reportSite(Location location) throws WxrFormatException {
        if (siteReported) {
            return;
        }
        var version = channel.line("wp:wxr_version");
        if (version.isEmpty()) {
            throw new WxrFormatException(
                    location,
                    "The file is not a WordPress export: it has no wp:wxr_version before its first" + " record.");
        }
        if (!version.matches("1\\.\\d{1,3}")) {
            throw new WxrFormatException(
                    location,
                    "The file's wp:wxr_version is \"%s\"; versions 1.0 to 1.2 can be read."
                            .formatted(version.substring(0, Math.min(version.length(), 40))));
        }
        siteReported = true;
        handler.site(new WxrSite(
                channel.line("title"),
                channel.line("wp:base_blog_url", channel.line("link")),
                channel.line("wp:base_site_url"),
                channel.line("description"),
                channel.line("language"),
                version));
    }

    private void author() throws IOException {
        reportSite(xml.location());
        var fields = new Fields(handler);
        while (xml.nextChild()) {
            fields.read(xml);
        }
        xml.reportRepairs(handler);
        handler.author(new WxrAuthor(
                fields.id("wp:author_id"),
                fields.line("wp:author_login"),
                fields.line("wp:author_email"),
                fields.line("wp:author_display_name"),
                fields.line("wp:author_first_name"),
                fields.line("wp:author_last_name")));
    }

    private void term(String taxonomy, String slug, String parent, String name) throws IOException {
        reportSite(xml.location());
        var fields = new Fields(handler);
        List<WxrMeta> meta = new ArrayList<>();
        items.beginParts();
        while (xml.nextChild()) {
            if ("wp:termmeta".equals(xml.name())) {
                meta.add(items.meta());
            } else {
                fields.read(xml);
            }
        }
        var description = taxonomy.isEmpty()
                ? "wp:term_description"
                : taxonomy.equals("category") ? "wp:category_description" : "wp:tag_description";
        xml.reportRepairs(handler);
        handler.term(new WxrTerm(
                fields.id("wp:term_id"),
                taxonomy.isEmpty() ? fields.line("wp:term_taxonomy") : taxonomy,
                fields.line("wp:" + slug),
                fields.line("wp:" + parent),
                fields.line("wp:" + name),
                fields.line(description),
                List.copyOf(meta)));
    }
}
