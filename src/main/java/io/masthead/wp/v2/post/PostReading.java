package io.masthead.wp.v2.post;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.post.PostQueries;
import io.masthead.post.PostView;
import io.masthead.setting.SettingService;
import io.masthead.web.PostPasswordLimit;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Answers with posts and pages, one or a list. */
@Singleton
final class PostReading {

    private static final String WRONG_PASSWORD = "This is not the password of this post.";

    private final PostQueries posts;
    private final PostLookup lookup;
    private final PostShapes shapes;
    private final SettingService settings;
    private final PostPasswordLimit passwords;

    PostReading(
            PostQueries posts,
            PostLookup lookup,
            PostShapes shapes,
            SettingService settings,
            PostPasswordLimit passwords) {
        this.posts = posts;
        this.lookup = lookup;
        this.shapes = shapes;
        this.settings = settings;
        this.passwords = passwords;
    }

    void permitList(PostKind kind, WpRequest request) {
        if (request.context().equals("edit") && !request.actor().can(kind.type().edit())) {
            throw request.refusal("rest_forbidden_context", "edit posts in this post type");
        }
    }

    WpAnswer list(PostKind kind, WpRequest request) {
        var query = new PostQueryReader(kind, request, settings.get().timeZone()).read();
        var password = password(request);
        var found = posts.search(query, request.actor(), password);
        countGuess(found.items(), password);
        int perPage = query.page().limit();
        long page = request.number("page");
        long pages = (found.total() + perPage - 1) / perPage;
        if (page > pages && found.total() > 0) {
            throw new WpException(
                    400,
                    "rest_post_invalid_page_number",
                    "The page number requested is larger than the number of pages available.");
        }
        return Paged.answer(
                request, kind.route(), shapes.of(kind, found.items(), request), found.total(), perPage, page);
    }

    void permitOne(PostKind kind, WpRequest request) {
        var view = lookup.find(kind, request);
        if (request.context().equals("edit")
                && !lookup.access(view, request.actor()).change()) {
            throw request.refusal("rest_forbidden_context", "edit this post");
        }
        if (view == null) {
            throw request.refusal("rest_forbidden", "do that");
        }
        Optional<CmsException> refusal = request.remember("guess " + view.post().id(), () -> guess(view, request));
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /**
     * What comes of the password that was sent; asked once for a request, so that it counts once.
     */
    private Optional<CmsException> guess(PostView view, WpRequest request) {
        try {
            var password = password(request);
            if (password == null || view.post().unlocks(password)) {
                return Optional.empty();
            }
            // Where nothing is protected, nothing is guessed.
            return Optional.of(view.post().isProtected() ? passwords.counted(wrongPassword()) : wrongPassword());
        } catch (CmsException tooMany) {
            return Optional.of(tooMany);
        }
    }

    private static CmsException wrongPassword() {
        return new CmsException(ErrorCode.POST_PASSWORD_WRONG, WRONG_PASSWORD);
    }

    WpAnswer one(PostKind kind, WpRequest request) {
        var view = lookup.find(kind, request);
        return WpAnswer.ok(shapes.one(kind, view, request))
                .link("<%s>; rel=\"alternate\"; type=text/html".formatted(shapes.link(view)));
    }

    /** Null for none. Who has guessed too often is not told whether this one is right. */
    private String password(WpRequest request) {
        var password = request.input().query().get("password");
        if (!(password instanceof String text) || text.isEmpty()) {
            return null;
        }
        passwords.requireOpen();
        return text;
    }

    /** A list tells too whether a password is the right one for something in it. */
    private void countGuess(List<PostView> shown, String password) {
        var wrong = password != null
                && shown.stream().map(PostView::post).anyMatch(post -> post.isProtected() && !post.unlocks(password));
        if (wrong) {
            var refusal = passwords.counted(wrongPassword());
            if (refusal.code() != ErrorCode.POST_PASSWORD_WRONG) {
                throw refusal;
            }
        }
    }
}
