package io.masthead.wp.v2;

import io.masthead.kernel.Capability;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Endpoint;
import io.masthead.wp.rest.Links;
import io.masthead.wp.rest.Resource;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code /wp/v2/statuses}: in which states a post can be. */
@Singleton
class StatusRoutes implements WpRoutes {

    /** States that WordPress has and does not show. */
    private static final List<String> HIDDEN = List.of("auto-draft", "inherit");

    private enum Status {
        PUBLISH("publish", "Published"),
        FUTURE("future", "Scheduled"),
        DRAFT("draft", "Draft"),
        PENDING("pending", "Pending"),
        PRIVATE("private", "Private"),
        TRASH("trash", "Trash");

        private final String slug;
        private final String title;

        Status(String slug, String title) {
            this.slug = slug;
            this.title = title;
        }
    }

    private static final ResourceSchema SCHEMA = ResourceSchema.of("status");

    @Override
    public List<Route<?>> routes() {
        return List.of(
                Route.of("/wp/v2/statuses", SCHEMA).get(SCHEMA.arguments("list"), StatusRoutes::permitList, this::list),
                Route.of(
                                "/wp/v2/statuses/(?P<status>[\\w-]+)",
                                SCHEMA,
                                StatusRoutes::find,
                                (request, status) -> AllowedMethods.ALL)
                        .get(
                                SCHEMA.arguments("read"),
                                Endpoint.Permission.EVERYBODY,
                                (request, status) -> WpAnswer.ok(shown(status, request))));
    }

    private static void permitList(WpRequest request, AllowedMethods allowed) {
        request.require(
                mayWrite(request) || !request.context().equals("edit"), "rest_cannot_view", "manage post statuses");
    }

    private static Status find(WpRequest request) {
        var slug = request.text("status");
        var status =
                Stream.of(Status.values()).filter(one -> one.slug.equals(slug)).findFirst();
        if (HIDDEN.contains(slug) || (status.isPresent() && status.get() != Status.PUBLISH && !mayWrite(request))) {
            throw WpErrors.forbidden(request.actor(), "rest_cannot_read_status", "Cannot view status.");
        }
        return status.orElseThrow(() -> new WpException(404, "rest_status_invalid", "Invalid status."));
    }

    private static boolean mayWrite(WpRequest request) {
        return request.actor().can(Capability.EDIT_POSTS);
    }

    private WpAnswer list(WpRequest request) {
        var statuses = new LinkedHashMap<String, Object>();
        for (var status : Status.values()) {
            if (status == Status.PUBLISH || mayWrite(request)) {
                statuses.put(status.slug, shown(status, request));
            }
        }
        return WpAnswer.ok(statuses);
    }

    private static Map<String, Object> shown(Status status, WpRequest request) {
        var unfinished = status == Status.DRAFT || status == Status.PENDING;
        return new Resource(SCHEMA, request)
                .put("name", () -> status.title)
                .put("private", () -> status == Status.PRIVATE)
                .put("protected", () -> unfinished || status == Status.FUTURE)
                .put("public", () -> status == Status.PUBLISH)
                .put("queryable", () -> status == Status.PUBLISH)
                .put("show_in_list", () -> status != Status.TRASH)
                .put("slug", () -> status.slug)
                .put("date_floating", () -> unfinished)
                .links(() -> new Links(request)
                        .add(
                                "archives",
                                status == Status.PUBLISH ? "wp/v2/posts" : "wp/v2/posts?status=" + status.slug))
                .build();
    }
}
