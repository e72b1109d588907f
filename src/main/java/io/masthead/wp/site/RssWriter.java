package io.masthead.wp.site;

import io.masthead.permalink.FeedFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes RSS 2.0 with the modules that WordPress uses. */
final class RssWriter {

    /** RFC 822 with the years of RFC 1123, as the specification of RSS asks for it. */
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ROOT);

    private RssWriter() {}

    static void write(Feed feed, OutputStream stream) throws IOException {
        var xml = new Xml(stream);
        xml.declare()
                .start(
                        "rss",
                        "version",
                        "2.0",
                        "xmlns:content",
                        "http://purl.org/rss/1.0/modules/content/",
                        "xmlns:wfw",
                        "http://wellformedweb.org/CommentAPI/",
                        "xmlns:dc",
                        "http://purl.org/dc/elements/1.1/",
                        "xmlns:atom",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:sy",
                        "http://purl.org/rss/1.0/modules/syndication/",
                        "xmlns:slash",
                        "http://purl.org/rss/1.0/modules/slash/")
                .start("channel")
                .element("title", feed.title())
                .empty("atom:link", "href", feed.self(), "rel", "self", "type", FeedFormat.RSS.mediaType())
                .element("link", feed.page())
                .element("description", feed.description())
                .element("lastBuildDate", date(feed.updated()))
                .element("language", feed.language())
                .element("sy:updatePeriod", "hourly")
                .element("sy:updateFrequency", "1")
                .element("generator", Feed.GENERATOR);
        for (var items = feed.items().get().iterator(); items.hasNext(); ) {
            item(items.next(), xml);
        }
        xml.finish();
    }

    private static void item(FeedItem item, Xml xml) throws IOException {
        xml.start("item").element("title", item.title()).element("link", item.link());
        if (item.talk() != null) {
            xml.element("comments", item.talk().page());
        }
        xml.cdataElement("dc:creator", item.author()).element("pubDate", date(item.published()));
        for (var category : item.categories()) {
            xml.cdataElement("category", category);
        }
        xml.start("guid", "isPermaLink", "false").text(item.guid()).end().cdataElement("description", item.summary());
        if (item.content() != null) {
            xml.cdataElement("content:encoded", item.content());
        }
        if (item.talk() != null) {
            xml.element("wfw:commentRss", item.talk().feed())
                    .element("slash:comments", Integer.toString(item.talk().comments()));
        }
        for (var file : item.files()) {
            xml.empty("enclosure", "url", file.url(), "length", Long.toString(file.bytes()), "type", file.mediaType());
        }
        xml.end();
    }

    private static String date(Instant time) {
        return DATE.format(time.atOffset(ZoneOffset.UTC));
    }
}
