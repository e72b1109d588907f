package io.masthead.wp.site;

import io.masthead.kernel.Actor;
import io.masthead.permalink.FeedFormat;
import io.masthead.permalink.PermalinkResolver;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** The feeds that stand behind the address of what they are of. */
@Path("/")
public class FeedResource {

    private static final String USUAL = "feed";

    private final Feeds feeds;
    private final PermalinkResolver resolver;

    FeedResource(Feeds feeds, PermalinkResolver resolver) {
        this.feeds = feeds;
        this.resolver = resolver;
    }

    @GET
    @PermitAll
    @Path("feed")
    public Response latest(@Context UriInfo uri) {
        return latest(USUAL, uri);
    }

    @GET
    @PermitAll
    @Path("feed/{format}")
    public Response latest(@PathParam("format") String word, @Context UriInfo uri) {
        return FeedFormat.find(word)
                .map(format -> feeds.of(format, null, false, uri))
                .orElseGet(feeds::unknown);
    }

    @GET
    @PermitAll
    @Path("comments/feed")
    public Response comments(@Context UriInfo uri) {
        return comments(USUAL, uri);
    }

    @GET
    @PermitAll
    @Path("comments/feed/{format}")
    public Response comments(@PathParam("format") String word, @Context UriInfo uri) {
        return FeedFormat.find(word)
                .map(format -> feeds.of(format, null, true, uri))
                .orElseGet(feeds::unknown);
    }

    @GET
    @PermitAll
    @Path("{address:.+}/feed")
    public Response of(@PathParam("address") String address, @Context UriInfo uri) {
        return of(address, USUAL, uri);
    }

    @GET
    @PermitAll
    @Path("{address:.+}/feed/{format}")
    public Response of(@PathParam("address") String address, @PathParam("format") String word, @Context UriInfo uri) {
        var subject = resolver.find(address, Actor.ANONYMOUS).orElseThrow(NotFoundException::new);
        return FeedFormat.find(word)
                .map(format -> resolver.isAt(subject, address)
                        ? feeds.of(format, subject, false, uri)
                        : feeds.moved(format, subject))
                .orElseGet(feeds::unknown);
    }
}
