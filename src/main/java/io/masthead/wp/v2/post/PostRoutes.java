package io.masthead.wp.v2.post;

import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Endpoint.Permission;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** The routes of posts and of pages. */
@Singleton
class PostRoutes implements WpRoutes {

    private final PostLookup lookup;
    private final PostReading reading;
    private final PostWriting writing;

    PostRoutes(PostLookup lookup, PostReading reading, PostWriting writing) {
        this.lookup = lookup;
        this.reading = reading;
        this.writing = writing;
    }

    @Override
    public List<Route<?>> routes() {
        return Stream.of(PostKind.POSTS, PostKind.PAGES)
                .<Route<?>>flatMap(kind -> Stream.of(all(kind), one(kind)))
                .toList();
    }

    private Route<Void> all(PostKind kind) {
        return Route.of(
                        "/" + kind.route(),
                        kind.schema(),
                        request -> new AllowedMethods(
                                true, request.actor().can(kind.type().edit()), false))
                .get(
                        kind.schema().arguments("list"),
                        Permission.toReadForEdit("edit posts in this post type"),
                        (request, nothing) -> reading.list(kind, request))
                .post(
                        kind.schema().creation(),
                        (request, nothing, allowed) -> PostWriting.permitCreate(kind, request, allowed),
                        request -> writing.create(kind, request))
                .batched();
    }

    private Route<NamedPost> one(PostKind kind) {
        return Route.of(
                        "/" + kind.route() + "/(?P<id>[\\d]+)",
                        kind.schema(),
                        request -> lookup.find(kind, request),
                        (request, post) -> lookup.allowed(post, request.actor()))
                .get(
                        kind.schema().arguments("read"),
                        PostReading::permitOne,
                        (request, post) -> reading.one(kind, request, post))
                .update(
                        kind.schema().change(),
                        (request, post, allowed) -> PostWriting.permitUpdate(kind, request, allowed),
                        (request, post) -> writing.update(kind, request, post.view()))
                .delete(
                        kind.schema().arguments("delete"),
                        Permission.toDelete("rest_cannot_delete", "delete this post"),
                        (request, post) -> writing.delete(kind, request, post.view()))
                .batched();
    }
}
