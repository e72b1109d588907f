package io.masthead.wp.v2.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.post.PostCommands;
import io.masthead.post.PostView;
import io.masthead.post.patch.PostPatch;
import io.masthead.setting.SettingService;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Creates, changes and deletes posts and pages; refuses in WordPress' order and words. */
@Singleton
final class PostWriting {

    private final PostCommands commands;
    private final PostShapes shapes;
    private final SettingService settings;

    PostWriting(PostCommands commands, PostShapes shapes, SettingService settings) {
        this.commands = commands;
        this.shapes = shapes;
        this.settings = settings;
    }

    static void permitCreate(PostKind kind, WpRequest request, AllowedMethods allowed) {
        var id = request.text("id");
        if (id != null && !id.isEmpty() && !id.equals("0")) {
            throw new WpException(400, "rest_post_exists", "Cannot create existing post.");
        }
        requireOwnName(kind, request, "create posts as this user");
        requireSticky(kind, request);
        request.require(allowed.write(), "rest_cannot_create", "create posts as this user");
    }

    WpAnswer create(PostKind kind, WpRequest request) {
        var changes = input(kind, request, null);
        var view = written(changes, fields -> commands.createFitting(kind.type(), fields, request.actor()));
        return WpAnswer.created(
                shown(kind, view, request), kind.target(view.post().id()).route());
    }

    static void permitUpdate(PostKind kind, WpRequest request, AllowedMethods allowed) {
        request.require(allowed.write(), "rest_cannot_edit", "edit this post");
        requireOwnName(kind, request, "update posts as this user");
        requireSticky(kind, request);
    }

    WpAnswer update(PostKind kind, WpRequest request, PostView former) {
        var changes = input(kind, request, former);
        var view = written(
                changes,
                fields -> commands.updateFitting(kind.type(), former.post().id(), fields, request.actor()));
        return WpAnswer.ok(shown(kind, view, request));
    }

    WpAnswer delete(PostKind kind, WpRequest request, PostView former) {
        var id = former.post().id();
        if (request.isOn("force")) {
            var previous = shapes.former(kind, former, request);
            commands.delete(kind.type(), id, ExpectedVersion.ANY, request.actor());
            return WpAnswer.deleted(previous);
        }
        if (former.post().isTrashed()) {
            throw new WpException(410, "rest_already_trashed", "The post has already been deleted.");
        }
        return WpAnswer.ok(shown(kind, commands.trash(kind.type(), id, ExpectedVersion.ANY, request.actor()), request));
    }

    private PostPatch input(PostKind kind, WpRequest request, PostView former) {
        return new PostInput(kind, request, settings.get().timeZone(), former).read();
    }

    private Map<String, Object> shown(PostKind kind, PostView view, WpRequest request) {
        return shapes.of(kind, List.of(view), request, "edit").get(0);
    }

    private static void requireOwnName(PostKind kind, WpRequest request, String what) {
        var actor = request.actor();
        request.require(
                actor.can(kind.type().editOthers()) || !namesAnother(request.text("author"), actor),
                "rest_cannot_edit_others",
                what);
    }

    /** What is no number is nobody, and so not the caller either. */
    private static boolean namesAnother(String author, Actor actor) {
        return author != null
                && !author.isEmpty()
                && !author.equals("0")
                && !author.equals(String.valueOf(actor.userId()));
    }

    private static void requireSticky(PostKind kind, WpRequest request) {
        var actor = request.actor();
        request.require(
                !kind.isPosts()
                        || !request.isOn("sticky")
                        || actor.can(kind.type().editOthers())
                        || actor.can(kind.type().publish()),
                "rest_cannot_assign_sticky",
                "make posts sticky");
    }

    private static PostView written(PostPatch changes, Function<PostPatch, PostView> write) {
        try {
            return write.apply(changes);
        } catch (CmsException e) {
            if (e.code() == ErrorCode.VALIDATION_FAILED) {
                throw refusal(e);
            }
            throw e;
        }
    }

    private static RuntimeException refusal(CmsException e) {
        for (var error : e.errors()) {
            if (error.field().equals("authorId")) {
                return new WpException(400, "rest_invalid_author", "Invalid author ID.");
            }
            if (error.field().equals("parentId")) {
                return new WpException(400, "rest_post_invalid_id", "Invalid post parent ID.");
            }
        }
        return e;
    }
}
