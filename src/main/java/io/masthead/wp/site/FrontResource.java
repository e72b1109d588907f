package io.masthead.wp.site;

import io.masthead.kernel.Actor;
import io.masthead.permalink.FeedFormat;
import io.masthead.permalink.PermalinkParameters;
import io.masthead.permalink.Resolution;
import io.masthead.permalink.SitePath;
import io.masthead.permalink.SiteResolver;
import io.masthead.setting.ApiUrl;
import io.masthead.setting.SettingService;
import io.masthead.web.EntityTags;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The root of the site: a page that leads to the API, and the feeds that are asked for by
 * parameters. Other permalinks by parameters redirect to their page, which the front end shows.
 */
@Path("/")
public class FrontResource {

    private static final String FEED = "feed";

    private final Feeds feeds;
    private final PermalinkParameters parameters;
    private final SiteResolver resolver;
    private final SettingService settings;
    private final ApiUrl apiUrl;
    private final FrontPage page;

    FrontResource(
            Feeds feeds,
            PermalinkParameters parameters,
            SiteResolver resolver,
            SettingService settings,
            ApiUrl apiUrl,
            FrontPage page) {
        this.page = page;
        this.feeds = feeds;
        this.parameters = parameters;
        this.resolver = resolver;
        this.settings = settings;
        this.apiUrl = apiUrl;
    }

    @GET
    @PermitAll
    public Response get(@Context UriInfo uri) {
        var query = uri.getQueryParameters();
        if (query.containsKey(FEED)) {
            return feed(query, uri);
        }
        if (!query.isEmpty() && PermalinkParameters.isPermalink(query.keySet())) {
            return moved(uri);
        }
        var site = settings.get();
        var tag = EntityTags.of(
                site.version(), (page.version() + site.url() + apiUrl.get()).getBytes(StandardCharsets.UTF_8));
        return Response.ok(new SiteDocument(
                        "text/html;charset=UTF-8",
                        tag,
                        site.updatedAt(),
                        SiteLinks.of(null, site, apiUrl.get()),
                        stream -> page.write(site, apiUrl.get(), stream)))
                .header("Content-Security-Policy", FrontPage.POLICY)
                .build();
    }

    private Response feed(MultivaluedMap<String, String> query, UriInfo uri) {
        var word = query.getFirst(FEED);
        var comments = word.startsWith(PermalinkParameters.COMMENT_FEED);
        var format = FeedFormat.find(comments ? word.substring(PermalinkParameters.COMMENT_FEED.length()) : word);
        if (format.isEmpty()) {
            return feeds.unknown();
        }
        var subject = parameters.content(first(query), Actor.ANONYMOUS);
        if (subject.isEmpty() && PermalinkParameters.isContent(query.keySet())) {
            throw new NotFoundException();
        }
        return feeds.of(format.get(), subject.orElse(null), comments && subject.isEmpty(), uri);
    }

    /** To the page that the parameters name, which the front end shows. */
    private Response moved(UriInfo uri) {
        return SitePath.find("/?" + uri.getRequestUri().getRawQuery(), settings.get())
                .flatMap(asked -> resolver.resolve(asked, Actor.ANONYMOUS))
                .filter(Resolution.Moved.class::isInstance)
                .map(Resolution.Moved.class::cast)
                .map(moved -> moved.to() == null
                        ? Response.status(moved.status())
                        : Response.status(moved.status()).header(HttpHeaders.LOCATION, moved.to()))
                .orElseThrow(NotFoundException::new)
                .build();
    }

    private static Map<String, String> first(MultivaluedMap<String, String> query) {
        return query.keySet().stream().collect(Collectors.toMap(name -> name, query::getFirst));
    }
}
