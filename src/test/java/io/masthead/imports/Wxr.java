package io.masthead.imports;

import java.util.ArrayList;
import java.util.List;

/** A builder for a small export, as text. */
final class Wxr {

    private final String site;
    private final List<String> parts = new ArrayList<>();

    private Wxr(String site) {
        this.site = site;
    }

    static Wxr of(String site) {
        return new Wxr(site);
    }

    Wxr author(int id, String login, String name) {
        return add("""
                <wp:author><wp:author_id>%d</wp:author_id><wp:author_login>%s</wp:author_login>
                <wp:author_email>%s@example.com</wp:author_email>
                <wp:author_display_name>%s</wp:author_display_name></wp:author>
                """.formatted(id, login, login, name));
    }

    Wxr category(int id, String slug, String parent, String name) {
        return add("""
                <wp:category><wp:term_id>%d</wp:term_id><wp:category_nicename>%s</wp:category_nicename>
                <wp:category_parent>%s</wp:category_parent><wp:cat_name>%s</wp:cat_name></wp:category>
                """.formatted(id, slug, parent, name));
    }

    /** An item of the type post, published unless the elements say otherwise. */
    Wxr item(int id, String title, String slug, String... elements) {
        return add(itemText(id, title, slug, elements));
    }

    static String itemText(int id, String title, String slug, String... elements) {
        var given = String.join("\n", elements);
        return "<item><wp:post_id>%d</wp:post_id><title>%s</title><wp:post_name>%s</wp:post_name>"
                        .formatted(id, title, slug)
                + unlessGiven(given, "<wp:post_type>", "<wp:post_type>post</wp:post_type>")
                + unlessGiven(given, "<wp:status>", "<wp:status>publish</wp:status>")
                + unlessGiven(given, "<wp:post_date_gmt>", "<wp:post_date_gmt>2020-01-02 03:04:05</wp:post_date_gmt>")
                + given
                + "</item>\n";
    }

    Wxr add(String part) {
        parts.add(part);
        return this;
    }

    /** An image; a post id of 0 means none. */
    static String attachment(int id, int postId) {
        return "<item>%s%s%s%s%s%s%s<title>An image</title></item>\n"
                .formatted(
                        element("post_id", id),
                        element("post_name", "image-" + id),
                        element("post_type", "attachment"),
                        element("status", "inherit"),
                        element("post_date_gmt", "2020-01-02 03:04:05"),
                        element("post_parent", postId),
                        element("attachment_url", "https://files.example/%d.jpg".formatted(id)));
    }

    static String element(String name, Object value) {
        return "<wp:%s><![CDATA[%s]]></wp:%s>".formatted(name, value, name);
    }

    static String meta(String key, String value) {
        return "<wp:postmeta>%s%s</wp:postmeta>".formatted(element("meta_key", key), element("meta_value", value));
    }

    static String comment(int id, int parent, String approved, String type, String text) {
        return "<wp:comment>%s%s%s%s%s%s%s</wp:comment>"
                .formatted(
                        element("comment_id", id),
                        element("comment_author", "Guest " + id),
                        element("comment_date_gmt", "2020-02-03 04:05:06"),
                        element("comment_content", text),
                        element("comment_approved", approved),
                        element("comment_type", type),
                        element("comment_parent", parent));
    }

    String text() {
        return """
               <?xml version="1.0" encoding="UTF-8"?>
               <rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
                 xmlns:content="http://purl.org/rss/1.0/modules/content/"
                 xmlns:dc="http://purl.org/dc/elements/1.1/"
                 xmlns:wp="http://wordpress.org/export/1.2/">
               <channel><title>A site</title><wp:wxr_version>1.2</wp:wxr_version>
               <wp:base_blog_url>https://%s</wp:base_blog_url>
               """.formatted(site) + String.join("", parts) + "</channel></rss>";
    }

    private static String unlessGiven(String given, String element, String otherwise) {
        return given.contains(element) ? "" : otherwise;
    }
}
