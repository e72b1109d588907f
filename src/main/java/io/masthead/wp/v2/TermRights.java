package io.masthead.wp.v2;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.post.PostQueries;
import io.masthead.post.PostType;
import io.masthead.post.PostView;
import io.masthead.setting.SettingService;
import io.masthead.taxonomy.Term;
import io.masthead.taxonomy.TermService;
import io.masthead.wp.rest.Access;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;

/** Who may do what with categories and tags, in WordPress' words. */
@Singleton
class TermRights {

    private final TermService terms;
    private final PostQueries posts;
    private final SettingService settings;

    TermRights(TermService terms, PostQueries posts, SettingService settings) {
        this.terms = terms;
        this.posts = posts;
        this.settings = settings;
    }

    void requireList(WpRequest request) {
        if (request.context().equals("edit") && !mayChange(request.actor())) {
            throw request.refusal("rest_forbidden_context", "edit terms in this taxonomy");
        }
        if (postId(request) != null) {
            post(request);
        }
    }

    /** The post whose terms are asked for; null for those of all. */
    Long postId(WpRequest request) {
        var id = request.parameters().get("post");
        if (id == null) {
            return null;
        }
        return id instanceof Number number ? number.longValue() : -1L;
    }

    PostView post(WpRequest request) {
        return request.remember("post", () -> read(postId(request), request.actor()));
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

    Term requireRead(WpRequest request, TermTaxonomy taxonomy) {
        var term = term(request, taxonomy);
        if (request.context().equals("edit") && !access(request.actor(), term).change()) {
            throw request.refusal("rest_forbidden_context", "edit this term");
        }
        return term;
    }

    void requireCreate(WpRequest request, TermTaxonomy taxonomy) {
        if (!mayCreate(request.actor(), taxonomy)) {
            throw request.refusal("rest_cannot_create", "create terms in this taxonomy");
        }
    }

    Term requireUpdate(WpRequest request, TermTaxonomy taxonomy) {
        var term = term(request, taxonomy);
        if (!access(request.actor(), term).change()) {
            throw request.refusal("rest_cannot_update", "edit this term");
        }
        return term;
    }

    Term requireDelete(WpRequest request, TermTaxonomy taxonomy) {
        var term = term(request, taxonomy);
        if (!access(request.actor(), term).delete()) {
            throw request.refusal("rest_cannot_delete", "delete this term");
        }
        return term;
    }

    /** What the caller may do with a term; that of all who name none stays. */
    Access access(Actor actor, Term term) {
        var mayChange = mayChange(actor);
        return new Access(true, mayChange, mayChange && !isDefault(term));
    }

    private boolean isDefault(Term term) {
        return term.id().equals(settings.get().defaultCategoryId());
    }

    private static boolean mayCreate(Actor actor, TermTaxonomy taxonomy) {
        return actor.can(taxonomy.isTree() ? Capability.MANAGE_CATEGORIES : Capability.EDIT_POSTS);
    }

    private static boolean mayChange(Actor actor) {
        return actor.can(Capability.MANAGE_CATEGORIES);
    }

    private Term term(WpRequest request, TermTaxonomy taxonomy) {
        return request.remember("term", () -> terms.get(taxonomy.kind(), request.id("id")));
    }
}
