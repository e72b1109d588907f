package io.masthead.wp.v2.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.post.PostAccess;
import io.masthead.post.PostQueries;
import io.masthead.post.PostView;
import io.masthead.wp.rest.Access;
import io.masthead.wp.rest.WpErrors;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;

/**
 * Reads the post that the path of a request names, once for its permission and its answer, and
 * knows what may be done with it.
 */
@Singleton
final class PostLookup {

    private final PostQueries posts;
    private final PostAccess access;

    PostLookup(PostQueries posts, PostAccess access) {
        this.posts = posts;
        this.access = access;
    }

    /**
     * @param view null where the caller may not see it
     */
    private record Found(PostView view) {}

    /**
     * Null where there is such a post but the caller may not see it.
     *
     * @throws io.masthead.wp.rest.WpException 404 where there is none
     */
    PostView find(PostKind kind, WpRequest request) {
        var id = request.id("id");
        return request.<Found>remember(kind.target(id), () -> read(kind, id, request))
                .view();
    }

    /** What the caller may do with a post, or with null, which the caller may not see. */
    Access access(PostView view, Actor actor) {
        return view == null
                ? new Access(false, false, false)
                : new Access(true, view.editable(), access.mayDelete(view.post(), actor));
    }

    private Found read(PostKind kind, long id, WpRequest request) {
        try {
            return new Found(posts.get(kind.type(), id, request.actor(), null));
        } catch (CmsException e) {
            if (e.code() == ErrorCode.POST_NOT_FOUND) {
                throw WpErrors.notFound("rest_post_invalid_id", "Invalid post ID.");
            }
            if (e.code() == ErrorCode.POST_HIDDEN) {
                return new Found(null);
            }
            throw e;
        }
    }
}
