package io.masthead.wp.site;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.masthead.text.PlainText;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Writes JSON Feed 1.1. */
final class JsonFeedWriter {

    private static final JsonFactory JSON = new JsonFactory();

    private JsonFeedWriter() {}

    static void write(Feed feed, OutputStream stream) throws IOException {
        var json = JSON.createGenerator(stream).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.writeStartObject();
        json.writeStringField("version", "https://jsonfeed.org/version/1.1");
        json.writeStringField("title", feed.title());
        json.writeStringField("home_page_url", feed.page());
        json.writeStringField("feed_url", feed.self());
        json.writeStringField("description", feed.description());
        json.writeStringField("language", feed.language());
        if (feed.next() != null) {
            json.writeStringField("next_url", feed.next());
        }
        json.writeArrayFieldStart("items");
        for (var items = feed.items().get().iterator(); items.hasNext(); ) {
            item(items.next(), json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.flush();
    }

    private static void item(FeedItem item, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", item.guid());
        json.writeStringField("url", item.link());
        json.writeStringField("title", item.title());
        if (item.content() == null) {
            json.writeStringField("content_text", "");
        } else {
            json.writeStringField("content_html", item.content());
        }
        json.writeStringField("summary", PlainText.of(item.summary()));
        json.writeStringField("date_published", date(item.published()));
        json.writeStringField("date_modified", date(item.updated()));
        json.writeArrayFieldStart("authors");
        json.writeStartObject();
        json.writeStringField("name", item.author());
        if (!item.authorUrl().isEmpty()) {
            json.writeStringField("url", item.authorUrl());
        }
        json.writeEndObject();
        json.writeEndArray();
        json.writeArrayFieldStart("tags");
        for (var category : item.categories()) {
            json.writeString(category);
        }
        json.writeEndArray();
        if (!item.files().isEmpty()) {
            attachments(item.files(), json);
        }
        json.writeEndObject();
    }

    private static void attachments(List<Enclosure> files, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("attachments");
        for (var file : files) {
            json.writeStartObject();
            json.writeStringField("url", file.url());
            json.writeStringField("mime_type", file.mediaType());
            if (file.bytes() > 0) {
                json.writeNumberField("size_in_bytes", file.bytes());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static String date(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
