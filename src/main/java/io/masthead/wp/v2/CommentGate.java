package io.masthead.wp.v2;

import io.masthead.comment.CommentService;
import io.masthead.comment.query.CommentQueries;
import io.masthead.comment.query.PostedComment;
import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.setting.SettingService;
import io.masthead.web.PostPasswordLimit;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Who may do what with comments, in the order and the words in which WordPress refuses. */
@Singleton
class CommentGate {

    private final CommentQueries queries;
    private final CommentService comments;
    private final SettingService settings;
    private final PostPasswordLimit passwords;

    CommentGate(CommentQueries queries, CommentService comments, SettingService settings, PostPasswordLimit passwords) {
        this.queries = queries;
        this.comments = comments;
        this.settings = settings;
        this.passwords = passwords;
    }

    static boolean moderates(Actor actor) {
        return actor.can(Capability.MODERATE_COMMENTS);
    }

    /** The comment that the path names, whoever asks. */
    NamedComment comment(WpRequest request) {
        var comment = queries.find(List.of(request.id("id")), request.actor()).values().stream()
                .findFirst()
                .orElseThrow(CommentGate::notFound);
        return new NamedComment(comment, comment.readable() ? null : lock(comment, request));
    }

    /** The refusal to read a comment; null if the password that was sent unlocks it. */
    private RuntimeException lock(PostedComment comment, WpRequest request) {
        var password = request.text("password");
        var unreadable = unreadable(request.actor());
        if (password == null || !comment.comment().isApproved() || !mayUseContext(request)) {
            return unreadable;
        }
        try {
            asking(password, unreadable, () -> queries.get(comment.comment().id(), request.actor(), password, null));
            return null;
        } catch (WpException | CmsException e) {
            return e;
        }
    }

    static AllowedMethods allowed(WpRequest request, NamedComment named) {
        return allowed(named.comment()).reading(named.unreadable() == null);
    }

    /** What the caller may do with it without telling a password. */
    static AllowedMethods allowed(PostedComment comment) {
        var moderated = comment.isModerated();
        return new AllowedMethods(moderated || comment.readable(), moderated, moderated);
    }

    static void permitRead(WpRequest request, NamedComment named, AllowedMethods allowed) {
        requireEditContext(request);
        if (!allowed.read()) {
            throw named.unreadable();
        }
    }

    /**
     * @throws WpException where the password for a list is not the right one
     */
    CommentedPosts commented(WpRequest request) {
        var unlocked = request.isReading() ? unlocked(request) : Optional.<Long>empty();
        try {
            requireCommentable(request);
            return new CommentedPosts(unlocked, null);
        } catch (WpException | CmsException e) {
            return new CommentedPosts(unlocked, e);
        }
    }

    private Optional<Long> unlocked(WpRequest request) {
        var posts = posts(request);
        var password = request.text("password");
        if (posts.size() != 1 || password == null || posts.get(0) == 0) {
            return Optional.empty();
        }
        var post = posts.get(0);
        asking(password, postUnreadable(request.actor()), () -> queries.unlock(post, request.actor(), password));
        return Optional.of(post);
    }

    /**
     * A request that is no list names no status and type, and only callers who may write posts may
     * list comments of every status and type.
     */
    static AllowedMethods allowed(WpRequest request, CommentedPosts posts) {
        var isList = request.isReading() && !request.method().equals("OPTIONS");
        return new AllowedMethods(
                isList || request.actor().can(Capability.EDIT_POSTS), posts.uncommentable() == null, false);
    }

    void permitList(WpRequest request, CommentedPosts posts, AllowedMethods allowed) {
        requirePosts(request, posts.unlocked());
        requireEditContext(request);
        requirePublicFilters(request);
    }

    static void permitCreate(WpRequest request, CommentedPosts posts, AllowedMethods allowed) {
        if (!allowed.write()) {
            throw posts.uncommentable();
        }
    }

    private void requireCommentable(WpRequest request) {
        var actor = request.actor();
        requireSignIn(request);
        requireOwnWords(request);
        var post = posts(request).stream().findFirst().orElse(0L);
        if (post == 0) {
            throw withoutPost();
        }
        var password = request.text("password");
        asking(password, postUnreadable(actor), () -> comments.requireCommentable(post, actor, password));
    }

    static WpException unreadable(Actor actor) {
        return WpErrors.forbidden(actor, "rest_cannot_read", "Sorry, you are not allowed to read this comment.");
    }

    static WpException postUnreadable(Actor actor) {
        return WpErrors.forbidden(
                actor, "rest_cannot_read_post", "Sorry, you are not allowed to read the post for this comment.");
    }

    static WpException withoutPost() {
        return new WpException(
                403,
                "rest_comment_invalid_post_id",
                "Sorry, you are not allowed to create this comment without a post.");
    }

    static CmsException notFound() {
        return new CmsException(ErrorCode.COMMENT_NOT_FOUND, "There is no comment here.");
    }

    private void requireSignIn(WpRequest request) {
        var actor = request.actor();
        var note = "note".equals(request.text("type"));
        if (actor.isAnonymous() && (note || settings.get().commentsRequireSignIn())) {
            throw loginRequired();
        }
        request.require(!note, "rest_cannot_create_note", "create notes for this post");
    }

    private static WpException loginRequired() {
        return new WpException(401, "rest_comment_login_required", "Sorry, you must be logged in to comment.");
    }

    /** What only moderators may say of a comment. */
    private static void requireOwnWords(WpRequest request) {
        var actor = request.actor();
        if (moderates(actor)) {
            return;
        }
        var author = request.number("author");
        if (author != null && author != (actor.isAnonymous() ? 0 : actor.userId())) {
            throw notYours(actor, "author");
        }
        var address = request.parameters().get("author_ip");
        if (address != null && !address.equals(request.call().address())) {
            throw notYours(actor, "author_ip");
        }
        if (request.parameters().get("status") != null) {
            throw notYours(actor, "status");
        }
    }

    static WpException notYours(Actor actor, String field) {
        return WpErrors.forbidden(
                actor,
                "rest_comment_invalid_" + field,
                "Sorry, you are not allowed to edit '%s' for comments.".formatted(field));
    }

    private void requirePosts(WpRequest request, Optional<Long> unlocked) {
        var actor = request.actor();
        var posts = posts(request);
        if (posts.isEmpty() || moderates(actor)) {
            return;
        }
        var hidden = queries.unreadable(posts, actor);
        for (var post : posts) {
            request.require(post != 0, "rest_cannot_read", "read comments without a post");
            if (hidden.contains(post) && !unlocked.equals(Optional.of(post))) {
                throw postUnreadable(actor);
            }
        }
    }

    private static void requireEditContext(WpRequest request) {
        request.requireForEdit(moderates(request.actor()), "edit comments");
    }

    private static boolean mayUseContext(WpRequest request) {
        return moderates(request.actor()) || !request.context().equals("edit");
    }

    private static void requirePublicFilters(WpRequest request) {
        var actor = request.actor();
        var refused = new ArrayList<String>();
        var writes = actor.can(Capability.EDIT_POSTS);
        if (!writes && !request.ids("author").isEmpty()) {
            refused.add("author");
        }
        if (!writes && !request.ids("author_exclude").isEmpty()) {
            refused.add("author_exclude");
        }
        var email = request.text("author_email");
        if (email != null && !email.isEmpty() && !writes) {
            refused.add("author_email");
        }
        if (!writes && !"comment".equals(request.text("type"))) {
            refused.add("type");
        }
        if (!writes && !"approve".equals(request.text("status"))) {
            refused.add("status");
        }
        if (!refused.isEmpty()) {
            throw WpErrors.forbidden(
                    actor, "rest_forbidden_param", "Query parameter not permitted: " + String.join(", ", refused));
        }
    }

    /** A list names several, a comment one; of what is neither, none. */
    private static List<Long> posts(WpRequest request) {
        var one = request.number("post");
        return one == null ? request.ids("post") : List.of(Math.abs(one));
    }

    /**
     * Asks the core about something that a password may open; a wrong one counts.
     *
     * @param password null for none
     * @param unreadable the word for posts that the caller may not read
     */
    private void asking(String password, WpException unreadable, Runnable question) {
        try {
            if (password != null) {
                passwords.requireOpen();
            }
            question.run();
        } catch (CmsException e) {
            throw refusal(passwords.counted(e), unreadable);
        }
    }

    private static RuntimeException refusal(CmsException e, WpException unreadable) {
        return switch (e.code()) {
            case POST_NOT_FOUND -> withoutPost();
            case POST_HIDDEN, POST_PASSWORD_REQUIRED, POST_PASSWORD_WRONG, COMMENT_HIDDEN -> unreadable;
            default -> e;
        };
    }
}
