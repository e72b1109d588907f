package io.masthead.post.related;

import io.masthead.media.Media;
import io.masthead.post.Post;

/**
 * A published post that shares terms with another one.
 *
 * @param picture the featured media; null if there is none or the caller may not see it
 */
public record RelatedPost(Post post, Media picture) {}
