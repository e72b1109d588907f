package io.masthead.wp.site;

import io.masthead.kernel.Actor;
import io.masthead.permalink.PermalinkResolver;
import io.masthead.permalink.ResolvedPermalink;
import io.masthead.post.PostType;
import io.masthead.setting.SettingService;
import io.masthead.taxonomy.TermKind;
import io.masthead.web.EntityTags;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * The root of the site: a page that leads to the API, and the feeds that are asked for by
 * parameters. What else parameters may name is the front end's to show.
 */
@Path("/")
public class FrontResource {

    private static final String FEED = "feed";
    private static final String COMMENTS = "comments-";

    /** What names a page for readers, which is not served here. */
    private static final Set<String> PAGES = Set.of(
            "p",
            "page_id",
            "attachment_id",
            "name",
            "pagename",
            "cat",
            "category_name",
            "tag",
            "author",
            "author_name",
            "m",
            "year",
            FeedRequest.SEARCH,
            "post_format",
            FeedRequest.PAGE);

    private final Feeds feeds;
    private final PermalinkResolver resolver;
    private final SettingService settings;
    private final FrontPage page;

    FrontResource(Feeds feeds, PermalinkResolver resolver, SettingService settings, FrontPage page) {
        this.page = page;
        this.feeds = feeds;
        this.resolver = resolver;
        this.settings = settings;
    }

    @GET
    @PermitAll
    public Response get(@Context UriInfo uri) {
        var query = uri.getQueryParameters();
        if (query.containsKey(FEED)) {
            return feed(query, uri);
        }
        if (query.keySet().stream().anyMatch(PAGES::contains)) {
            throw new NotFoundException();
        }
        var site = settings.get();
        var tag = EntityTags.of(site.version(), (page.version() + site.url()).getBytes(StandardCharsets.UTF_8));
        return Response.ok(new SiteDocument(
                        "text/html;charset=UTF-8",
                        tag,
                        site.updatedAt(),
                        SiteLinks.of(null, site),
                        stream -> page.write(site, stream)))
                .header("Content-Security-Policy", FrontPage.POLICY)
                .build();
    }

    private Response feed(MultivaluedMap<String, String> query, UriInfo uri) {
        var word = query.getFirst(FEED);
        var comments = word.startsWith(COMMENTS);
        var format = FeedFormat.find(comments ? word.substring(COMMENTS.length()) : word);
        if (format.isEmpty()) {
            return feeds.unknown();
        }
        var named = query.keySet().stream().filter(PAGES::contains).toList();
        var subject = subject(query);
        if (subject.isEmpty() && named.stream().anyMatch(name -> !isOfSite(name))) {
            throw new NotFoundException();
        }
        return feeds.of(format.get(), subject.orElse(null), comments && subject.isEmpty(), uri);
    }

    private static boolean isOfSite(String parameter) {
        return parameter.equals(FeedRequest.SEARCH) || parameter.equals(FeedRequest.PAGE);
    }

    private Optional<ResolvedPermalink> subject(MultivaluedMap<String, String> query) {
        return id(query, "p")
                .flatMap(id -> resolver.findPost(PostType.POST, id, Actor.ANONYMOUS))
                .or(() -> id(query, "page_id").flatMap(id -> resolver.findPost(PostType.PAGE, id, Actor.ANONYMOUS)))
                .or(() -> id(query, "cat").flatMap(id -> resolver.findTerm(TermKind.CATEGORY, id)))
                .or(() -> Optional.ofNullable(query.getFirst("tag")).flatMap(resolver::findTag))
                .or(() -> id(query, "author").flatMap(id -> resolver.findAuthor(id, Actor.ANONYMOUS)))
                .or(() -> Optional.ofNullable(query.getFirst("m")).flatMap(resolver::findTime));
    }

    private static Optional<Long> id(MultivaluedMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name))
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::valueOf);
    }
}
