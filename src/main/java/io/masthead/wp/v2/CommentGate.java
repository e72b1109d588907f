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
import io.masthead.wp.rest.Access;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Who may do what with comments, in the order and the words in which WordPress refuses; what the
 * core knows it is asked once for each request, though every method is asked about for {@code
 * Allow}.
 */
@Singleton
class CommentGate {

    /** What came of a question: an answer or a refusal. */
    @FunctionalInterface
    private interface Outcome<T> {

        T orRefuse();
    }

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
    PostedComment comment(WpRequest request) {
        var id = request.id("id");
        return request.remember(
                        "comment",
                        () -> outcome(
                                () -> queries.find(List.of(id), request.actor()).values().stream()
                                        .findFirst()
                                        .orElseThrow(CommentGate::notFound),
                                unreadable(request.actor())))
                .orRefuse();
    }

    void requireRead(WpRequest request) {
        var comment = comment(request);
        requireEditContext(request);
        if (!comment.readable() && !unlocks(comment, request)) {
            throw unreadable(request.actor());
        }
    }

    /** What the caller may do with it without telling a password. */
    static Access access(PostedComment comment) {
        var moderated = comment.isModerated();
        return new Access(moderated || comment.readable(), moderated, moderated);
    }

    void requireChange(WpRequest request) {
        if (!access(comment(request)).change()) {
            throw request.refusal("rest_cannot_edit", "edit this comment");
        }
    }

    void requireDelete(WpRequest request) {
        if (!access(comment(request)).delete()) {
            throw request.refusal("rest_cannot_delete", "delete this comment");
        }
    }

    void requireList(WpRequest request) {
        requirePosts(request);
        requireEditContext(request);
        requirePublicFilters(request);
    }

    void requireCreate(WpRequest request) {
        var actor = request.actor();
        requireSignIn(request);
        requireOwnWords(request);
        var post = posts(request).stream().findFirst().orElse(0L);
        if (post == 0) {
            throw withoutPost();
        }
        var password = request.text("password");
        request.remember(
                        "commentable",
                        () -> outcome(
                                () -> {
                                    requireOpen(password);
                                    comments.requireCommentable(post, actor, password);
                                    return post;
                                },
                                postUnreadable(request.actor())))
                .orRefuse();
    }

    /** The post of a list whose password was told; null for none. */
    Long unlocked(WpRequest request) {
        var posts = posts(request);
        var password = request.text("password");
        if (posts.size() != 1 || password == null || posts.get(0) == 0) {
            return null;
        }
        var post = posts.get(0);
        return request.remember(
                        "unlocked",
                        () -> outcome(
                                () -> {
                                    requireOpen(password);
                                    queries.unlock(post, request.actor(), password);
                                    return post;
                                },
                                postUnreadable(request.actor())))
                .orRefuse();
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

    private boolean unlocks(PostedComment comment, WpRequest request) {
        var password = request.text("password");
        if (password == null || !comment.comment().isApproved()) {
            return false;
        }
        request.remember(
                        "unlocked",
                        () -> outcome(
                                () -> {
                                    requireOpen(password);
                                    return queries.get(comment.comment().id(), request.actor(), password, null);
                                },
                                unreadable(request.actor())))
                .orRefuse();
        return true;
    }

    private void requireOpen(String password) {
        if (password != null) {
            passwords.requireOpen();
        }
    }

    private void requireSignIn(WpRequest request) {
        var actor = request.actor();
        var note = "note".equals(request.text("type"));
        if (actor.isAnonymous() && (note || settings.get().commentsRequireSignIn())) {
            throw loginRequired();
        }
        if (note) {
            throw request.refusal("rest_cannot_create_note", "create notes for this post");
        }
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

    private void requirePosts(WpRequest request) {
        var actor = request.actor();
        var posts = posts(request);
        if (posts.isEmpty() || moderates(actor)) {
            return;
        }
        var unlocked = unlocked(request);
        Set<Long> hidden = request.remember("hidden", () -> queries.unreadable(posts, actor));
        for (var post : posts) {
            if (post == 0) {
                throw request.refusal("rest_cannot_read", "read comments without a post");
            }
            if (hidden.contains(post) && !post.equals(unlocked)) {
                throw postUnreadable(actor);
            }
        }
    }

    private static void requireEditContext(WpRequest request) {
        if (request.context().equals("edit") && !moderates(request.actor())) {
            throw request.refusal("rest_forbidden_context", "edit comments");
        }
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
     * Asks, and keeps the refusal too, so that a wrong password counts once.
     *
     * @param unreadable the word for posts that the caller may not read
     */
    private <T> Outcome<T> outcome(Supplier<T> question, WpException unreadable) {
        try {
            var answer = question.get();
            return () -> answer;
        } catch (CmsException e) {
            var counted = passwords.counted(e);
            return () -> {
                throw refusal(counted, unreadable);
            };
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
