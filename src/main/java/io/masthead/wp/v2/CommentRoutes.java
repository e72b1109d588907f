package io.masthead.wp.v2;

import io.masthead.comment.CommentService;
import io.masthead.comment.query.CommentQueries;
import io.masthead.comment.query.PostedComment;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Page;
import io.masthead.setting.SettingService;
import io.masthead.wp.rest.Endpoint.Permission;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.Route;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.rest.WpRoutes;
import jakarta.inject.Singleton;
import java.util.List;

/** Comments: lists, single ones, and what guests, authors and moderators do with them. */
@Singleton
class CommentRoutes implements WpRoutes {

    private static final String ROUTE = "wp/v2/comments";

    private final CommentQueries queries;
    private final CommentService comments;
    private final CommentGate gate;
    private final CommentShapes shapes;
    private final SettingService settings;

    CommentRoutes(
            CommentQueries queries,
            CommentService comments,
            CommentGate gate,
            CommentShapes shapes,
            SettingService settings) {
        this.queries = queries;
        this.comments = comments;
        this.gate = gate;
        this.shapes = shapes;
        this.settings = settings;
    }

    @Override
    public List<Route<?>> routes() {
        var schema = CommentSchema.COMMENT;
        return List.of(
                Route.of("/wp/v2/comments", schema, gate::commented, CommentGate::allowed)
                        .get(schema.arguments("list"), gate::permitList, this::list)
                        .post(schema.creation(), CommentGate::permitCreate, this::create),
                Route.of("/wp/v2/comments/(?P<id>[\\d]+)", schema, gate::comment, CommentGate::allowed)
                        .get(schema.arguments("read"), CommentGate::permitRead, this::read)
                        .update(
                                schema.change(),
                                Permission.toWrite("rest_cannot_edit", "edit this comment"),
                                this::update)
                        .delete(
                                schema.arguments("delete"),
                                Permission.toDelete("rest_cannot_delete", "delete this comment"),
                                this::delete));
    }

    private WpAnswer list(WpRequest request, CommentedPosts posts) {
        var page = CommentListing.findsAny(request)
                ? queries.search(
                        CommentListing.query(
                                request,
                                posts.unlocked().orElse(null),
                                settings.get().timeZone()),
                        request.actor())
                : Page.<PostedComment>of(List.of(), 1, 0L);
        return Paged.answer(
                request,
                ROUTE,
                shapes.list(page.items(), request),
                page.total(),
                CommentListing.perPage(request),
                CommentListing.page(request));
    }

    private WpAnswer read(WpRequest request, NamedComment named) {
        return WpAnswer.ok(shapes.one(named.comment(), request, request.context()));
    }

    private WpAnswer create(WpRequest request, CommentedPosts posts) {
        var id = request.number("id");
        if (id != null && id != 0) {
            throw new WpException(400, "rest_comment_exists", "Cannot create existing comment.");
        }
        var type = request.text("type");
        if (type != null && !type.isEmpty() && !type.equals("comment")) {
            throw new WpException(400, "rest_invalid_comment_type", "Cannot create a comment with that type.");
        }
        var input = new CommentInput(request, settings.get().timeZone());
        var stored = store(input, request);
        var context = CommentGate.moderates(request.actor()) ? "edit" : "view";
        return WpAnswer.created(shapes.one(reread(stored, request), request, context), ROUTE + "/" + stored);
    }

    private long store(CommentInput input, WpRequest request) {
        try {
            return comments.submit(input.submission(), input.entry(), request.actor());
        } catch (CmsException e) {
            throw CommentRefusals.of(e);
        }
    }

    private WpAnswer update(WpRequest request, NamedComment named) {
        var comment = named.comment();
        var type = request.text("type");
        if (type != null && !type.equals(CommentWords.of(comment.comment().type()))) {
            throw new WpException(
                    404, "rest_comment_invalid_type", "Sorry, you are not allowed to change the comment type.");
        }
        var id = comment.comment().id();
        try {
            comments.moderate(id, new CommentInput(request, settings.get().timeZone()).patch(), request.actor());
        } catch (CmsException e) {
            throw refusedChange(e, request);
        }
        return WpAnswer.ok(shapes.one(reread(id, request), request, "edit"));
    }

    private static RuntimeException refusedChange(CmsException e, WpRequest request) {
        if (e.code() == ErrorCode.POST_NOT_FOUND) {
            return new WpException(403, "rest_comment_invalid_post_id", "Invalid post ID.");
        }
        if (e.code() == ErrorCode.FORBIDDEN) {
            return request.refusal("rest_cannot_edit", "edit this comment");
        }
        return CommentRefusals.of(e);
    }

    private WpAnswer delete(WpRequest request, NamedComment named) {
        var comment = named.comment();
        var id = comment.comment().id();
        if (request.isOn("force")) {
            var previous = shapes.gone(comment, request);
            comments.delete(id, ExpectedVersion.ANY, request.actor());
            return WpAnswer.deleted(previous);
        }
        comments.trash(id, request.actor());
        return WpAnswer.ok(shapes.one(reread(id, request), request, "edit"));
    }

    private PostedComment reread(long id, WpRequest request) {
        return queries.find(List.of(id), request.actor()).values().stream()
                .findFirst()
                .orElseThrow(CommentGate::notFound);
    }
}
