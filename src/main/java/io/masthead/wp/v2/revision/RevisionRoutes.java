package io.masthead.wp.v2.revision;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Offset;
import io.masthead.kernel.Page;
import io.masthead.post.revision.RevisionFilter;
import io.masthead.post.revision.RevisionKind;
import io.masthead.post.revision.RevisionQuery;
import io.masthead.post.revision.RevisionService;
import io.masthead.post.revision.RevisionSort;
import io.masthead.post.revision.RevisionView;
import io.masthead.setting.SettingService;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Endpoint.Permission;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Stream;

/** {@code /wp/v2/posts/ID/revisions} and the same of pages. */
@Singleton
class RevisionRoutes implements WpRoutes {

    /** WordPress lists autosaves among revisions, and has no state from before the first change. */
    private static final List<RevisionKind> SHOWN = List.of(RevisionKind.REVISION, RevisionKind.AUTOSAVE);

    private final RevisionService revisions;
    private final RevisionParents parents;
    private final SettingService settings;

    RevisionRoutes(RevisionService revisions, RevisionParents parents, SettingService settings) {
        this.revisions = revisions;
        this.parents = parents;
        this.settings = settings;
    }

    @Override
    public List<Route<?>> routes() {
        return Stream.of(RevisionParent.values())
                .<Route<?>>flatMap(parent -> Stream.of(collection(parent), single(parent)))
                .toList();
    }

    private Route<Boolean> collection(RevisionParent parent) {
        return Route.of(
                        "/" + parent.route() + "/(?P<parent>[\\d]+)/revisions",
                        parent.revision(),
                        request -> parents.isEditable(request, parent, "parent"),
                        RevisionRoutes::allowed)
                .get(
                        parent.revision().arguments("list"),
                        permission(parent),
                        (request, editable) -> list(request, parent));
    }

    private Route<Boolean> single(RevisionParent parent) {
        return Route.of(
                        "/" + parent.route() + "/(?P<parent>[\\d]+)/revisions/(?P<id>[\\d]+)",
                        parent.revision(),
                        request -> parents.isEditable(request, parent, "parent"),
                        RevisionRoutes::allowed)
                .get(
                        parent.revision().arguments("read"),
                        permission(parent),
                        (request, editable) -> one(request, parent))
                .delete(
                        parent.revision().arguments("delete"),
                        (request, editable, allowed) -> refuseDelete(request, parent, allowed),
                        (request, editable) -> {
                            throw new IllegalStateException("Nobody passes the permission");
                        });
    }

    private static AllowedMethods allowed(WpRequest request, boolean editable) {
        return new AllowedMethods(editable, false, false);
    }

    private static Permission<Object> permission(RevisionParent parent) {
        return Permission.toRead(
                "rest_cannot_read", "view revisions of this " + parent.type().noun());
    }

    /** WordPress has the route, and nobody whom it lets use it. */
    private static void refuseDelete(WpRequest request, RevisionParent parent, AllowedMethods allowed) {
        request.require(
                allowed.read(),
                "rest_cannot_delete",
                "delete revisions of this " + parent.type().noun());
        throw request.refusal("rest_cannot_delete", "delete this revision");
    }

    private WpAnswer list(WpRequest request, RevisionParent parent) {
        var perPage = request.number("per_page");
        long page = request.number("page");
        var offset = offset(request, perPage, page);
        var found = search(request, parent, offset, perPage);
        requireWithin(request, found.total(), offset, page);
        int size = perPage == null ? (int) Math.max(1, found.total()) : perPage.intValue();
        var shape = shape(request, parent);
        return Paged.answer(
                request,
                parent.route() + "/" + request.id("parent") + "/revisions",
                found.items().stream().map(shape::of).toList(),
                found.total(),
                size,
                page);
    }

    /** WordPress heeds an offset only beside a size of pages. */
    private static int offset(WpRequest request, Long perPage, long page) {
        if (perPage == null) {
            return 0;
        }
        return Paged.skipped(request.number("offset"), page, perPage.intValue());
    }

    private Page<RevisionView> search(WpRequest request, RevisionParent parent, int offset, Long perPage) {
        var filter = new RevisionFilter(
                SHOWN,
                request.ids("include"),
                request.ids("include").isEmpty() ? request.ids("exclude") : List.of(),
                request.text("search"));
        var query = new RevisionQuery(
                parent.type(),
                request.id("parent"),
                filter,
                sort(request.text("orderby")),
                "desc".equals(request.text("order")),
                perPage == null ? Offset.all() : new Offset(offset, perPage.intValue(), true),
                true);
        return revisions.search(query, request.actor());
    }

    private static RevisionSort sort(String orderBy) {
        return switch (orderBy) {
            case "id" -> RevisionSort.ID;
            case "title" -> RevisionSort.TITLE;
            case "slug", "include_slugs" -> RevisionSort.SLUG;
            default -> RevisionSort.DATE;
        };
    }

    private static void requireWithin(WpRequest request, long total, int offset, long page) {
        var sent = request.number("offset");
        if (sent != null && total > 0 && Math.abs(sent) >= total) {
            throw new WpException(
                    400,
                    "rest_revision_invalid_offset_number",
                    "The offset number requested is larger than or equal to the number of available" + " revisions.");
        }
        if (sent == null && page > 1 && total > 0 && offset >= total) {
            throw new WpException(
                    400,
                    "rest_revision_invalid_page_number",
                    "The page number requested is larger than the number of pages available.");
        }
    }

    private WpAnswer one(WpRequest request, RevisionParent parent) {
        return WpAnswer.ok(shape(request, parent).of(find(request, parent)));
    }

    private RevisionView find(WpRequest request, RevisionParent parent) {
        try {
            var found = revisions.get(parent.type(), request.id("parent"), request.id("id"), request.actor());
            if (SHOWN.contains(found.revision().kind())) {
                return found;
            }
        } catch (CmsException e) {
            if (e.code() == ErrorCode.REVISION_OF_OTHER_POST) {
                throw new WpException(
                        404,
                        "rest_revision_parent_id_mismatch",
                        "The revision does not belong to the specified parent with id of \"%d\""
                                .formatted(request.id("parent")));
            }
            throw e;
        }
        throw WpErrors.notFound("rest_post_invalid_id", "Invalid revision ID.");
    }

    private RevisionShape shape(WpRequest request, RevisionParent parent) {
        return new RevisionShape(
                parent, parent.revision(), request, settings.get().timeZone());
    }
}
