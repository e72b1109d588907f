package io.masthead.wp.v2.post;

import io.masthead.wp.rest.Endpoint;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** The routes of posts and of pages. */
@Singleton
class PostRoutes implements WpRoutes {

    private final PostReading reading;
    private final PostWriting writing;

    PostRoutes(PostReading reading, PostWriting writing) {
        this.reading = reading;
        this.writing = writing;
    }

    @Override
    public List<Route> routes() {
        return Stream.of(PostKind.POSTS, PostKind.PAGES)
                .flatMap(kind -> Stream.of(all(kind), one(kind)))
                .toList();
    }

    private Route all(PostKind kind) {
        return Route.of(
                "/" + kind.route(),
                kind.schema(),
                Endpoint.get(
                                kind.schema().arguments("list"),
                                request -> reading.permitList(kind, request),
                                request -> reading.list(kind, request))
                        .batched(),
                Endpoint.post(
                                kind.schema().creation(),
                                request -> writing.permitCreate(kind, request),
                                request -> writing.create(kind, request))
                        .batched());
    }

    private Route one(PostKind kind) {
        return Route.of(
                "/" + kind.route() + "/(?P<id>[\\d]+)",
                kind.schema(),
                Endpoint.get(
                                kind.schema().arguments("read"),
                                request -> reading.permitOne(kind, request),
                                request -> reading.one(kind, request))
                        .batched(),
                Endpoint.update(
                                kind.schema().change(),
                                request -> writing.permitUpdate(kind, request),
                                request -> writing.update(kind, request))
                        .batched(),
                Endpoint.delete(
                                kind.schema().arguments("delete"),
                                request -> writing.permitDelete(kind, request),
                                request -> writing.delete(kind, request))
                        .batched());
    }
}
