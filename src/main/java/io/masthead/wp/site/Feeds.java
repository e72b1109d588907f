package io.masthead.wp.site;

import io.masthead.kernel.PageRequest;
import io.masthead.permalink.FeedFormat;
import io.masthead.permalink.ResolvedPermalink;
import io.masthead.setting.ApiUrl;
import io.masthead.setting.SettingService;
import io.masthead.text.TextRules;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;

/** Answers with feeds, however they were asked for. */
@Singleton
class Feeds {

    private static final int MAX_SEARCH = 200;
    private static final int LAST_PAGE = PageRequest.MAX_OFFSET_ROWS / FeedReader.ITEMS;

    private final FeedReader reader;
    private final SettingService settings;
    private final ApiUrl apiUrl;

    Feeds(FeedReader reader, SettingService settings, ApiUrl apiUrl) {
        this.reader = reader;
        this.settings = settings;
        this.apiUrl = apiUrl;
    }

    /**
     * @param subject null for the whole site
     */
    Response of(FeedFormat format, ResolvedPermalink subject, boolean comments, UriInfo uri) {
        if (subject instanceof ResolvedPermalink.OfMedia) {
            throw new NotFoundException(); // media have no comments here
        }
        var search = search(uri);
        var request = new FeedRequest(format, subject, comments, search, page(uri), self(uri));
        var feed = reader.read(request).orElseThrow(NotFoundException::new);
        return Response.ok(new SiteDocument(
                        format.mediaType() + ";charset=UTF-8",
                        feed.tag(),
                        later(feed.updated(), settings.get().updatedAt()),
                        SiteLinks.of(subject, settings.get(), apiUrl.get()),
                        body(format, feed)))
                .build();
    }

    /**
     * Where a feed is now that was asked for by a former address of its subject: on this server,
     * which need not be the one that the site's own address names.
     */
    Response moved(FeedFormat format, ResolvedPermalink subject) {
        var site = settings.get();
        var address =
                format.feedOf(subject.address(), site.addresses().structure().end());
        return Response.status(Response.Status.MOVED_PERMANENTLY)
                .header(HttpHeaders.LOCATION, address.substring(site.url().length()))
                .build();
    }

    /** There is no such format; WordPress says so in XML of its own. */
    Response unknown() {
        StreamingOutput body = stream -> {
            var xml = new Xml(stream);
            xml.declare()
                    .start("error")
                    .element("code", "not_found")
                    .element("title", "Not Found")
                    .element("message", "This is not a valid feed template.")
                    .start("data")
                    .element("status", "404");
            xml.finish();
        };
        return Response.status(Response.Status.NOT_FOUND)
                .type("text/xml;charset=UTF-8")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body)
                .build();
    }

    private static StreamingOutput body(FeedFormat format, Feed feed) {
        return switch (format) {
            case RSS -> stream -> RssWriter.write(feed, stream);
            case ATOM -> stream -> AtomWriter.write(feed, stream);
            case JSON -> stream -> JsonFeedWriter.write(feed, stream);
        };
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What the posts are to say; null for anything. */
    private static String search(UriInfo uri) {
        var search = uri.getQueryParameters().getFirst(FeedRequest.SEARCH);
        if (search == null || search.isBlank()) {
            return null;
        }
        if (!isSearch(search)) {
            throw new NotFoundException();
        }
        return search;
    }

    private static boolean isSearch(String search) {
        return TextRules.isStorable(search) && TextRules.codePoints(search) <= MAX_SEARCH;
    }

    /** What is no number is the first page, as WordPress has it. */
    private static int page(UriInfo uri) {
        var wanted = uri.getQueryParameters().getFirst(FeedRequest.PAGE);
        if (wanted == null || !wanted.matches("\\d{1,9}")) {
            return 1;
        }
        int page = Math.max(1, Integer.parseInt(wanted));
        if (page > LAST_PAGE) {
            throw new NotFoundException();
        }
        return page;
    }

    private String self(UriInfo uri) {
        var asked = uri.getRequestUri();
        return settings.get().url()
                + asked.getRawPath()
                + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
    }
}
