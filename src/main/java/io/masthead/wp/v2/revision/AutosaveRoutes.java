package io.masthead.wp.v2.revision;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Offset;
import io.masthead.post.patch.ContentPatch;
import io.masthead.post.revision.AutosaveService;
import io.masthead.post.revision.RevisionFilter;
import io.masthead.post.revision.RevisionKind;
import io.masthead.post.revision.RevisionQuery;
import io.masthead.post.revision.RevisionService;
import io.masthead.post.revision.RevisionSort;
import io.masthead.setting.SettingService;
import io.masthead.text.ContentFormat;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Endpoint.Permission;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import io.masthead.wp.v2.post.PostSchema;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code /wp/v2/posts/ID/autosaves} and the same of pages. */
@Singleton
class AutosaveRoutes implements WpRoutes {

    private final RevisionService revisions;
    private final AutosaveService autosaves;
    private final RevisionParents parents;
    private final SettingService settings;

    AutosaveRoutes(
            RevisionService revisions, AutosaveService autosaves, RevisionParents parents, SettingService settings) {
        this.revisions = revisions;
        this.autosaves = autosaves;
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
                        "/" + parent.route() + "/(?P<id>[\\d]+)/autosaves",
                        parent.autosave(),
                        request -> parents.isEditable(request, parent, "id"),
                        AutosaveRoutes::allowed)
                .get(
                        parent.autosave().arguments("list"),
                        permission(parent),
                        (request, editable) -> list(request, parent))
                .post(
                        written(parent),
                        Permission.toWrite(
                                "rest_cannot_edit", "edit this " + parent.type().noun()),
                        (request, editable) -> keep(request, parent));
    }

    private Route<Boolean> single(RevisionParent parent) {
        return Route.of(
                        "/" + parent.route() + "/(?P<parent>[\\d]+)/autosaves/(?P<id>[\\d]+)",
                        parent.autosave(),
                        request -> parents.isEditable(request, parent, "parent"),
                        AutosaveRoutes::allowed)
                .get(
                        parent.autosave().arguments("read"),
                        permission(parent),
                        (request, editable) -> own(request, parent));
    }

    private static AllowedMethods allowed(WpRequest request, boolean editable) {
        return editable ? AllowedMethods.ALL : AllowedMethods.NONE;
    }

    private static Permission<Object> permission(RevisionParent parent) {
        return Permission.toRead(
                "rest_cannot_read", "view autosaves of this " + parent.type().noun());
    }

    /** All that a post takes, since editors send it along; only the texts are kept. */
    private static Map<String, Schema> written(RevisionParent parent) {
        var arguments = new LinkedHashMap<>(parent.autosave().arguments("create"));
        arguments.putAll(PostSchema.of(parent.type()).creation());
        return arguments;
    }

    private WpAnswer list(WpRequest request, RevisionParent parent) {
        var query = new RevisionQuery(
                parent.type(),
                request.id("id"),
                RevisionFilter.ofKinds(List.of(RevisionKind.AUTOSAVE)),
                RevisionSort.DATE,
                true,
                Offset.all(),
                true);
        var shape = shape(request, parent);
        return WpAnswer.ok(revisions.search(query, request.actor()).items().stream()
                .map(shape::of)
                .toList());
    }

    /** Whichever id is asked for: to WordPress there is only the caller's own. */
    private WpAnswer own(WpRequest request, RevisionParent parent) {
        try {
            return WpAnswer.ok(
                    shape(request, parent).of(autosaves.get(parent.type(), request.id("parent"), request.actor())));
        } catch (CmsException e) {
            if (e.code() == ErrorCode.AUTOSAVE_NOT_FOUND) {
                throw WpErrors.notFound("rest_post_no_autosave", "There is no autosave revision for this post.");
            }
            throw e;
        }
    }

    private WpAnswer keep(WpRequest request, RevisionParent parent) {
        var content = new ContentPatch(
                request.written("title"),
                request.written("content"),
                request.written("content").map(text -> ContentFormat.WORDPRESS),
                request.written("excerpt"));
        var kept = autosaves.save(parent.type(), request.id("id"), content, request.actor());
        var shape = shape(request, parent);
        return WpAnswer.ok(kept.draft() == null ? shape.of(kept.autosave(), "edit") : shape.of(kept.draft(), "edit"));
    }

    private RevisionShape shape(WpRequest request, RevisionParent parent) {
        return new RevisionShape(
                parent, parent.autosave(), request, settings.get().timeZone());
    }
}
