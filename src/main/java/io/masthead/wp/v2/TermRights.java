package io.masthead.wp.v2;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.post.PostQueries;
import io.masthead.post.PostType;
import io.masthead.post.PostView;
import io.masthead.setting.SettingService;
import io.masthead.wp.rest.AllowedMethods;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;

/** Who may do what with categories and tags, in WordPress' words. */
@Singleton
class TermRights {

    private final PostQueries posts;
    private final SettingService settings;

    TermRights(PostQueries posts, SettingService settings) {
        this.posts = posts;
        this.settings = settings;
    }

    static void permitList(WpRequest request, TermsOfPost terms, AllowedMethods allowed) {
        // Refused before anything is said of the post.
        request.requireForEdit(mayChange(request.actor()), "edit terms in this taxonomy");
        if (!allowed.read()) {
            throw terms.unreadable();
        }
    }

    TermsOfPost listed(WpRequest request) {
        var id = request.isReading() ? request.number("post") : null;
        try {
            return new TermsOfPost(id == null ? null : read(id, request.actor()), null);
        } catch (WpException e) {
            return new TermsOfPost(null, e);
        }
    }

    private PostView read(long id, Actor actor) {
        try {
            return posts.get(PostType.POST, id, actor, null);
        } catch (CmsException e) {
            if (e.code() == ErrorCode.POST_NOT_FOUND) {
                throw new WpException(400, "rest_post_invalid_id", "Invalid post ID.");
            }
            throw WpErrors.forbidden(
                    actor, "rest_forbidden_context", "Sorry, you are not allowed to view terms for this post.");
        }
    }

    static AllowedMethods allowed(TermTaxonomy taxonomy, Actor actor) {
        var mayCreate = actor.can(taxonomy.isTree() ? Capability.MANAGE_CATEGORIES : Capability.EDIT_POSTS);
        return new AllowedMethods(true, mayCreate, false);
    }

    /** What the caller may do with a term; that of all who name none stays. */
    AllowedMethods allowed(long id, Actor actor) {
        var mayChange = mayChange(actor);
        return new AllowedMethods(true, mayChange, mayChange && !isDefault(id));
    }

    private boolean isDefault(long id) {
        return id == settings.get().defaultCategoryId();
    }

    private static boolean mayChange(Actor actor) {
        return actor.can(Capability.MANAGE_CATEGORIES);
    }
}
