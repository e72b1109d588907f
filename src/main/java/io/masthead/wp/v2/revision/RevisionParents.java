package io.masthead.wp.v2.revision;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.post.PostAccess;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;

/** Knows who may see and write the revisions of a post: its editors. */
@Singleton
class RevisionParents {

    private final PostAccess posts;

    RevisionParents(PostAccess posts) {
        this.posts = posts;
    }

    /**
     * @param variable the name that the path has for the id of the post
     * @throws WpException 404 where there is none
     */
    boolean isEditable(WpRequest request, RevisionParent parent, String variable) {
        try {
            return posts.isEditable(parent.type(), request.id(variable), request.actor());
        } catch (CmsException e) {
            if (e.code() == ErrorCode.POST_NOT_FOUND) {
                throw new WpException(404, "rest_post_invalid_parent", "Invalid post parent ID.");
            }
            throw e;
        }
    }
}
