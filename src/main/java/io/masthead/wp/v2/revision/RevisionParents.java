package io.masthead.wp.v2.revision;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.post.Post;
import io.masthead.post.PostAccess;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Finds the post whose revisions a request is about, which only its editors see and write. */
@Singleton
class RevisionParents {

    private final PostAccess posts;

    RevisionParents(PostAccess posts) {
        this.posts = posts;
    }

    /**
     * @param variable the name that the path has for the id of the post
     * @return empty where the caller may not edit it
     * @throws WpException 404 where there is none
     */
    Optional<Post> find(WpRequest request, RevisionParent parent, String variable) {
        try {
            return Optional.of(posts.requireEditable(
                    parent.type(), request.id(variable), "see what editors see", request.actor()));
        } catch (CmsException e) {
            if (e.code() == ErrorCode.POST_NOT_FOUND) {
                throw new WpException(404, "rest_post_invalid_parent", "Invalid post parent ID.");
            }
            return Optional.empty();
        }
    }
}
