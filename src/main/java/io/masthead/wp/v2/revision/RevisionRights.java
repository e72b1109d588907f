package io.masthead.wp.v2.revision;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.post.Post;
import io.masthead.post.PostAccess;
import io.masthead.wp.rest.WpException;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;

/** Who may see and write the revisions of a post, in WordPress' words. */
@Singleton
class RevisionRights {

    private final PostAccess posts;

    RevisionRights(PostAccess posts) {
        this.posts = posts;
    }

    /**
     * @param variable the name that the path has for the id of the post
     * @param code of the refusal, as in {@code rest_cannot_read}
     * @param what completes "Sorry, you are not allowed to …"
     * @return the post
     */
    Post require(WpRequest request, RevisionParent parent, String variable, String code, String what) {
        return request.remember("editable", () -> read(request, parent, request.id(variable), code, what));
    }

    private Post read(WpRequest request, RevisionParent parent, long id, String code, String what) {
        try {
            return posts.requireEditable(parent.type(), id, what, request.actor());
        } catch (CmsException e) {
            if (e.code() == ErrorCode.POST_NOT_FOUND) {
                throw new WpException(404, "rest_post_invalid_parent", "Invalid post parent ID.");
            }
            throw request.refusal(code, what);
        }
    }
}
