package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;

/**
 * Decides who may see the post that a media item was uploaded to, and so the media item, and who may upload to
 * it. Posts depend on media and not the reverse, so {@code post} implements this.
 */
public interface UploadVisibility {

    /**
     * Excludes media uploaded to an existing post or page that the caller may not see.
     *
     * @param postId the HQL path of its id, which may be null
     */
    void restrict(Filter filter, String postId, Actor actor);

    /**
     * @throws io.masthead.kernel.CmsException for the field {@code postId} if there is no such post or page
     *     that the caller may change, or {@link io.masthead.kernel.ErrorCode#SCOPE_MISSING} if the caller's
     *     credentials may change no posts
     */
    void requireEditable(long postId, Actor actor);
}
