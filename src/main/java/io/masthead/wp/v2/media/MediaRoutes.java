package io.masthead.wp.v2.media;

import io.masthead.kernel.Capability;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Offset;
import io.masthead.kernel.OnConflict;
import io.masthead.kernel.WordSearch;
import io.masthead.media.MediaField;
import io.masthead.media.MediaFilter;
import io.masthead.media.MediaQuery;
import io.masthead.media.MediaService;
import io.masthead.media.MediaSort;
import io.masthead.media.MediaUploads;
import io.masthead.media.MediaView;
import io.masthead.post.search.TextSearch;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Endpoint.Permission;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.Schema;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import io.masthead.wp.v2.ListOrder;
import io.masthead.wp.v2.SearchWords;
import jakarta.inject.Singleton;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code /wp/v2/media}. */
@Singleton
class MediaRoutes implements WpRoutes {

    private static final String ROUTE = "wp/v2/media";

    private final MediaService media;
    private final MediaUpload upload;
    private final MediaEdit edits;
    private final MediaFields fields;
    private final MediaUploads uploads;
    private final MediaRights rights;
    private final MediaShapes shapes;

    MediaRoutes(
            MediaService media,
            MediaUpload upload,
            MediaEdit edits,
            MediaFields fields,
            MediaUploads uploads,
            MediaRights rights,
            MediaShapes shapes) {
        this.media = media;
        this.upload = upload;
        this.edits = edits;
        this.fields = fields;
        this.uploads = uploads;
        this.rights = rights;
        this.shapes = shapes;
    }

    @Override
    public List<Route<?>> routes() {
        var schema = MediaShapes.SCHEMA;
        return List.of(
                Route.of("/" + ROUTE, schema, this::allowed)
                        .get(schema.arguments("list"), MediaRoutes::permitList, this::list)
                        .post(
                                creation(schema),
                                (request, none, allowed) -> upload.permit(request, allowed),
                                upload::create),
                Route.of(
                                "/" + ROUTE + "/(?P<id>[\\d]+)",
                                schema,
                                request -> media.get(request.id("id"), request.actor()),
                                this::allowed)
                        .get(schema.arguments("read"), Permission.toReadForEdit("edit this post"), this::one)
                        .update(schema.change(), Permission.toWrite("rest_cannot_edit", "edit this post"), this::update)
                        .delete(
                                schema.arguments("delete"),
                                Permission.toDelete("rest_cannot_delete", "delete this post"),
                                this::delete),
                Route.ofAction("/" + ROUTE + "/(?P<id>[\\d]+)/edit", this::editable, this::allowed)
                        .post(
                                schema.arguments("edit"),
                                Permission.toWrite("rest_cannot_edit", "edit this post"),
                                edits::edit),
                Route.ofAction(
                                "/" + ROUTE + "/(?P<id>[\\d]+)/post-process",
                                request -> media.get(request.id("id"), request.actor()),
                                this::allowed)
                        .post(
                                schema.arguments("post-process"),
                                Permission.toWrite("rest_cannot_edit", "edit this post"),
                                edits::process));
    }

    private static Map<String, Schema> creation(ResourceSchema schema) {
        var arguments = schema.creation();
        arguments.putAll(schema.arguments("create"));
        return arguments;
    }

    /** Who may not upload is told so whatever there is to be edited, since an edit is an upload. */
    private MediaView editable(WpRequest request) {
        request.require(uploads.isAllowed(request.actor()), "rest_cannot_edit_image", "upload media on this site");
        return media.get(request.id("id"), request.actor());
    }

    private AllowedMethods allowed(WpRequest request) {
        return new AllowedMethods(true, uploads.isAllowed(request.actor()), false);
    }

    private AllowedMethods allowed(WpRequest request, MediaView view) {
        return rights.allowed(view.media(), request.actor());
    }

    private static void permitList(WpRequest request, AllowedMethods allowed) {
        request.requireForEdit(request.actor().can(Capability.EDIT_POSTS), "edit posts in this post type");
    }

    private WpAnswer list(WpRequest request) {
        ListOrder.require(request);
        int perPage = request.number("per_page").intValue();
        long page = request.number("page");
        var skipped = Paged.skipped(request.number("offset"), page, perPage);
        var query = new MediaQuery(
                filter(request),
                sort(request.text("orderby")),
                "desc".equals(request.text("order")),
                new Offset(skipped, perPage, true));
        var found = media.search(query, request.actor());
        if (found.items().isEmpty() && page > 1 && found.total() > 0) {
            throw new WpException(
                    400,
                    "rest_post_invalid_page_number",
                    "The page number requested is larger than the number of pages available.");
        }
        return Paged.answer(
                request, ROUTE, shapes.of(found.items(), request, request.context()), found.total(), perPage, page);
    }

    private MediaFilter filter(WpRequest request) {
        var include = request.ids("include");
        var filter = MediaFilter.builder()
                .families(request.strings("media_type"))
                .types(request.strings("mime_type").stream()
                        .filter(type -> type.contains("/"))
                        .toList())
                .postIds(request.ids("parent"))
                .excludedPostIds(request.ids("parent_exclude"))
                .authorIds(request.ids("author"))
                .excludedAuthorIds(request.ids("author_exclude"))
                .ids(include.isEmpty() ? null : include)
                .excludedIds(include.isEmpty() ? request.ids("exclude") : List.of())
                .slugs(request.strings("slug"))
                .editable(request.context().equals("edit"))
                .created(fields.time(request, "after"), fields.time(request, "before"))
                .updated(fields.time(request, "modified_after"), fields.time(request, "modified_before"));
        var statuses = request.strings("status");
        if (!statuses.isEmpty() && !statuses.contains("inherit")) {
            // No file is private or in the trash.
            filter.ids(List.of());
        }
        var search = SearchWords.parse(
                request.text("search"),
                request.strings("search_columns"),
                "exact".equals(request.text("search_semantics")));
        if (search != null) {
            filter.search(new WordSearch(search.words(), search.excluded(), search.whole()), fields(search.fields()));
        }
        return filter.build();
    }

    /** A caption is to a file what an excerpt is to a post. */
    private static Set<MediaField> fields(Set<TextSearch.Field> ofPosts) {
        var fields = EnumSet.noneOf(MediaField.class);
        for (var field : ofPosts) {
            fields.add(
                    switch (field) {
                        case TITLE -> MediaField.TITLE;
                        case EXCERPT -> MediaField.CAPTION;
                        case TEXT -> MediaField.DESCRIPTION;
                    });
        }
        return fields;
    }

    private static MediaSort sort(String orderBy) {
        return switch (orderBy) {
            case "author" -> MediaSort.AUTHOR;
            case "id" -> MediaSort.ID;
            case "modified" -> MediaSort.UPDATED;
            case "parent" -> MediaSort.PARENT;
            case "slug" -> MediaSort.SLUG;
            case "title" -> MediaSort.TITLE;
            case "include" -> MediaSort.LISTED_IDS;
            case "include_slugs" -> MediaSort.LISTED_SLUGS;
            default -> MediaSort.CREATED;
        };
    }

    private WpAnswer one(WpRequest request, MediaView view) {
        return WpAnswer.ok(shapes.of(List.of(view), request, request.context()).get(0))
                .link("<%s>; rel=\"alternate\"; type=text/html".formatted(shapes.link(view)));
    }

    private WpAnswer update(WpRequest request, MediaView former) {
        var view = media.update(
                former.media().id(),
                fields.ofChange(request, former.media()),
                ExpectedVersion.ANY,
                OnConflict.FIT,
                request.actor());
        return shapes.edited(view, request);
    }

    private WpAnswer delete(WpRequest request, MediaView view) {
        if (!request.isOn("force")) {
            throw new WpException(
                    501, "rest_trash_not_supported", "The post does not support trashing. Set 'force=true' to delete.");
        }
        var previous = shapes.former(view, request);
        media.delete(view.media().id(), true, ExpectedVersion.ANY, request.actor());
        return WpAnswer.deleted(previous);
    }
}
