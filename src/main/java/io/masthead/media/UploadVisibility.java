package io.masthead.media;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Filter;

/**
 * Who may know of the post that a media was uploaded to, and so of the media, and who may upload to
 * it. Posts are built upon media and not the reverse, so media ask through this and {@code post}
 * answers.
 */
public interface UploadVisibility {

    /**
     * Leaves out what was uploaded to a post or page that exists and that the caller may not see.
     *
     * @param postId the HQL path of its id, which may be null
     */
    void restrict(Filter filter, String postId, Actor actor);

    /**
     * @throws io.masthead.kernel.CmsException for the field {@code postId} where there is no such
     *     post or page that the caller may change
     */
    void requireEditable(long postId, Actor actor);
}
