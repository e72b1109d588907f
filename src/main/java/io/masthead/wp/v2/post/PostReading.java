package io.masthead.wp.v2.post;

import io.masthead.kernel.ErrorCode;
import io.masthead.post.PostQueries;
import io.masthead.post.PostView;
import io.masthead.setting.SettingService;
import io.masthead.web.PostPasswordLimit;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.Paged;
import io.masthead.wp.rest.WpAnswer;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers with posts and pages, one or a list. */
@Singleton
final class PostReading {

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

    WpAnswer list(PostKind kind, WpRequest request) {
        var query = new PostQueryReader(kind, request, settings.get().timeZone()).read();
        var password = lookup.password(request);
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

    static void permitOne(WpRequest request, NamedPost post, AllowedMethods allowed) {
        request.requireForEdit(allowed.write(), "edit this post");
        if (!allowed.read()) {
            throw post.unreadable();
        }
    }

    WpAnswer one(PostKind kind, WpRequest request, NamedPost post) {
        return WpAnswer.ok(shapes.one(kind, post.view(), request))
                .link("<%s>; rel=\"alternate\"; type=text/html".formatted(shapes.link(post.view())));
    }

    /** A list tells too whether a password is the right one for something in it. */
    private void countGuess(List<PostView> shown, String password) {
        var wrong = password != null
                && shown.stream().map(PostView::post).anyMatch(post -> post.isProtected() && !post.unlocks(password));
        if (wrong) {
            var refusal = passwords.counted(PostLookup.wrongPassword());
            if (refusal.code() != ErrorCode.POST_PASSWORD_WRONG) {
                throw refusal;
            }
        }
    }
}
