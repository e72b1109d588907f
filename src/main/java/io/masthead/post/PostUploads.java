package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Scope;
import io.masthead.media.UploadVisibility;
import io.masthead.post.access.PostRights;
import io.masthead.post.access.VisibleUploads;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells media, which does not depend on posts, whose uploads a caller may see. */
@ApplicationScoped
class PostUploads implements UploadVisibility {

    private final PostRepository posts;

    PostUploads(PostRepository posts) {
        this.posts = posts;
    }

    @Override
    public void requireEditable(long postId, Actor actor) {
        actor.require(Scope.CONTENT_WRITE);
        // The message does not tell a missing post from one of another author.
        if (posts.withAuthor(postId)
                .filter(post -> PostRights.mayEdit(post, actor))
                .isEmpty()) {
            throw CmsException.field(
                    "postId", "unknown", "There is no post or page with the id " + postId + " that you may change.");
        }
    }

    @Override
    public void restrict(Filter filter, String postId, Actor actor) {
        VisibleUploads.restrict(filter, postId, actor);
    }
}
