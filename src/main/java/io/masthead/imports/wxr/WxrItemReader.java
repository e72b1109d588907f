package io.masthead.imports.wxr;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code <item>} elements with their comments and custom fields. */
final class WxrItemReader {

    private static final int MAX_PARTS = 100_000;

    private final XmlCursor xml;
    private final WxrHandler handler;
    private int count;
    private int parts;

    WxrItemReader(XmlCursor xml, WxrHandler handler) {
        this.xml = xml;
        this.handler = handler;
    }

    WxrItem read() throws IOException {
        var location = xml.location();
        var fields = new Fields(handler);
        boolean guidIsPermalink = true;
        Set<WxrTermRef> terms = new LinkedHashSet<>();
        List<WxrMeta> meta = new ArrayList<>();
        List<WxrComment> comments = new ArrayList<>();
        beginParts();
        while (xml.nextChild()) {
            switch (xml.name()) {
                case "category" -> term(terms);
                case "wp:postmeta" -> meta.add(meta());
                case "wp:comment" -> comments.add(comment());
                case "guid" -> {
                    // RSS 2.0: a guid is a permalink unless it says otherwise.
                    guidIsPermalink = !"false".equals(xml.attribute("isPermaLink"));
                    fields.read(xml);
                }
                case "?" -> xml.skip();
                default -> fields.read(xml);
            }
        }
        var date = fields.date("wp:post_date");
        var dateGmt = fields.instant("wp:post_date_gmt");
        if (date == null && dateGmt == null) {
            dateGmt = fields.rssDate("pubDate");
        }
        return new WxrItem(
                count++,
                location,
                fields.id("wp:post_id"),
                fields.line("wp:post_type", "post"),
                fields.line("title"),
                fields.line("link"),
                fields.line("guid"),
                fields.has("guid") && guidIsPermalink,
                fields.line("dc:creator"),
                fields.raw("content:encoded"),
                fields.raw("excerpt:encoded"),
                fields.line("wp:post_name"),
                fields.line("wp:status", "draft"),
                date,
                dateGmt,
                fields.date("wp:post_modified"),
                fields.instant("wp:post_modified_gmt"),
                fields.line("wp:comment_status"),
                fields.line("wp:ping_status"),
                fields.id("wp:post_parent"),
                fields.number("wp:menu_order"),
                "1".equals(fields.line("wp:is_sticky")),
                fields.raw("wp:post_password"),
                fields.line("wp:attachment_url"),
                List.copyOf(terms),
                List.copyOf(meta),
                List.copyOf(comments));
    }

    /** WXR 1.0 lists each term a second time without its slug, which is ignored. */
    private void term(Set<WxrTermRef> terms) throws IOException {
        countPart();
        var domain = xml.attribute("domain");
        var slug = xml.attribute("nicename");
        var name = xml.text().strip();
        if (slug == null || slug.isBlank()) {
            return;
        }
        var taxonomy = domain == null || domain.isBlank() ? "category" : domain.strip();
        // WXR 1.0 calls post_tag "tag".
        terms.add(new WxrTermRef(taxonomy.equals("tag") ? "post_tag" : taxonomy, slug.strip(), name));
    }

    /** Reads a {@code postmeta}, {@code commentmeta} or {@code termmeta}. */
    WxrMeta meta() throws IOException {
        countPart();
        var fields = new Fields(handler);
        while (xml.nextChild()) {
            fields.read(xml);
        }
        return new WxrMeta(fields.raw("wp:meta_key"), fields.raw("wp:meta_value"));
    }

    private WxrComment comment() throws IOException {
        countPart();
        var fields = new Fields(handler);
        List<WxrMeta> meta = new ArrayList<>();
        while (xml.nextChild()) {
            if ("wp:commentmeta".equals(xml.name())) {
                meta.add(meta());
            } else {
                fields.read(xml);
            }
        }
        return new WxrComment(
                fields.id("wp:comment_id"),
                fields.line("wp:comment_author"),
                fields.line("wp:comment_author_email"),
                fields.line("wp:comment_author_url"),
                fields.line("wp:comment_author_IP"),
                fields.date("wp:comment_date"),
                fields.instant("wp:comment_date_gmt"),
                fields.raw("wp:comment_content"),
                fields.line("wp:comment_approved", "0"),
                fields.line("wp:comment_type"),
                fields.id("wp:comment_parent"),
                fields.id("wp:comment_user_id"),
                List.copyOf(meta));
    }

    /** Resets the count of comments, terms and fields for the next record. */
    void beginParts() {
        parts = 0;
    }

    private void countPart() throws WxrFormatException {
        if (++parts > MAX_PARTS) {
            throw new WxrFormatException(
                    xml.location(),
                    "An item has more than %,d comments, terms and fields, which is the limit.".formatted(MAX_PARTS));
        }
    }
}
