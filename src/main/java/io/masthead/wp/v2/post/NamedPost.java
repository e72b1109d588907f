package io.masthead.wp.v2.post;

import io.masthead.post.PostView;

/**
 * The post that the path of a request names.
 *
 * @param view null where the caller may not see it
 * @param unreadable the refusal to read it; null where the caller may
 */
record NamedPost(PostView view, RuntimeException unreadable) {}
