package io.masthead.wp.site;

import io.masthead.permalink.FeedFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Writes Atom 1.0 (RFC 4287) with the threading extension (RFC 4685). */
final class AtomWriter {

    private static final String TYPE = FeedFormat.ATOM.mediaType();

    private AtomWriter() {}

    static void write(Feed feed, OutputStream stream) throws IOException {
        var xml = new Xml(stream);
        xml.declare()
                .start(
                        "feed",
                        "xmlns",
                        "http://www.w3.org/2005/Atom",
                        "xmlns:thr",
                        "http://purl.org/syndication/thread/1.0",
                        "xml:lang",
                        feed.language())
                .start("title", "type", "text")
                .text(feed.title())
                .end()
                .start("subtitle", "type", "text")
                .text(feed.description())
                .end()
                .element("updated", date(feed.updated()))
                .empty("link", "rel", "alternate", "type", "text/html", "href", feed.page())
                .element("id", feed.self())
                .empty("link", "rel", "self", "type", TYPE, "href", feed.self());
        xml.element("generator", Feed.GENERATOR);
        for (var items = feed.items().get().iterator(); items.hasNext(); ) {
            entry(items.next(), feed.site(), xml);
        }
        xml.finish();
    }

    private static void entry(FeedItem item, String site, Xml xml) throws IOException {
        xml.start("entry").start("author").element("name", item.author());
        if (!item.authorUrl().isEmpty()) {
            xml.element("uri", item.authorUrl());
        }
        xml.end()
                .cdataElement("title", item.titleHtml(), "type", "html")
                .empty("link", "rel", "alternate", "type", "text/html", "href", item.link())
                .element("id", item.guid())
                .element("updated", date(item.updated()))
                .element("published", date(item.published()));
        for (var category : item.categories()) {
            xml.empty("category", "scheme", site, "term", category);
        }
        xml.cdataElement("summary", item.summary(), "type", "html");
        if (item.content() != null) {
            xml.cdataElement("content", item.content(), "type", "html", "xml:base", item.link());
        }
        for (var file : item.files()) {
            xml.empty(
                    "link",
                    "rel",
                    "enclosure",
                    "type",
                    file.mediaType(),
                    "length",
                    Long.toString(file.bytes()),
                    "href",
                    file.url());
        }
        if (item.talk() != null) {
            talk(item.talk(), item.link(), xml);
        }
        xml.end();
    }

    private static void talk(FeedItem.Talk talk, String post, Xml xml) throws IOException {
        var count = Integer.toString(talk.comments());
        xml.empty("link", "rel", "replies", "type", "text/html", "href", post + "#comments", "thr:count", count)
                .empty("link", "rel", "replies", "type", TYPE, "href", talk.atomFeed(), "thr:count", count)
                .element("thr:total", count);
    }

    private static String date(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
