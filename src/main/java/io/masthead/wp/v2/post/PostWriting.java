package io.masthead.wp.v2.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.post.PostCommands;
import io.masthead.post.PostView;
import io.masthead.post.patch.PostPatch;
import io.masthead.setting.SettingService;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpErrors;
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
    private final PostLookup lookup;
    private final PostShapes shapes;
    private final SettingService settings;

    PostWriting(PostCommands commands, PostLookup lookup, PostShapes shapes, SettingService settings) {
        this.commands = commands;
        this.lookup = lookup;
        this.shapes = shapes;
        this.settings = settings;
    }

    void permitCreate(PostKind kind, WpRequest request) {
        var id = request.text("id");
        if (id != null && !id.isEmpty() && !id.equals("0")) {
            throw new WpException(400, "rest_post_exists", "Cannot create existing post.");
        }
        var sentence = "Sorry, you are not allowed to create posts as this user.";
        requireOwnName(kind, request, sentence);
        requireSticky(kind, request);
        if (!request.actor().can(kind.type().edit())) {
            throw WpErrors.forbidden(request.actor(), "rest_cannot_create", sentence);
        }
    }

    WpAnswer create(PostKind kind, WpRequest request) {
        var changes = input(kind, request, null);
        var view = written(changes, fields -> commands.createFitting(kind.type(), fields, request.actor()));
        return WpAnswer.created(
                shown(kind, view, request), kind.target(view.post().id()).route());
    }

    void permitUpdate(PostKind kind, WpRequest request) {
        var view = lookup.find(kind, request);
        if (!lookup.access(view, request.actor()).change()) {
            throw request.refusal("rest_cannot_edit", "edit this post");
        }
        requireOwnName(kind, request, "Sorry, you are not allowed to update posts as this user.");
        requireSticky(kind, request);
    }

    WpAnswer update(PostKind kind, WpRequest request) {
        var former = lookup.find(kind, request);
        var changes = input(kind, request, former);
        var view = written(
                changes, fields -> commands.updateFitting(kind.type(), request.id("id"), fields, request.actor()));
        return WpAnswer.ok(shown(kind, view, request));
    }

    void permitDelete(PostKind kind, WpRequest request) {
        var view = lookup.find(kind, request);
        if (!lookup.access(view, request.actor()).delete()) {
            throw request.refusal("rest_cannot_delete", "delete this post");
        }
    }

    WpAnswer delete(PostKind kind, WpRequest request) {
        var former = lookup.find(kind, request);
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

    private static void requireOwnName(PostKind kind, WpRequest request, String sentence) {
        var actor = request.actor();
        if (namesAnother(request.parameters().get("author"), actor)
                && !actor.can(kind.type().editOthers())) {
            throw WpErrors.forbidden(actor, "rest_cannot_edit_others", sentence);
        }
    }

    /** What is no number is nobody, and so not the caller either. */
    private static boolean namesAnother(Object author, Actor actor) {
        // A list is the filter of another operation, asked about only for what is allowed here.
        return author != null
                && !(author instanceof List)
                && !author.toString().isEmpty()
                && !author.toString().equals("0")
                && !author.toString().equals(String.valueOf(actor.userId()));
    }

    private static void requireSticky(PostKind kind, WpRequest request) {
        var actor = request.actor();
        if (kind.isPosts()
                && request.isOn("sticky")
                && !actor.can(kind.type().editOthers())
                && !actor.can(kind.type().publish())) {
            throw request.refusal("rest_cannot_assign_sticky", "make posts sticky");
        }
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
