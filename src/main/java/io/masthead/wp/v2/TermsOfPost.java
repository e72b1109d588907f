package io.masthead.wp.v2;

import io.masthead.post.PostView;

/**
 * The post whose terms a request lists.
 *
 * @param post null for the terms of all, or where the caller may not read it
 * @param unreadable the refusal to read it; null where the caller may
 */
record TermsOfPost(PostView post, RuntimeException unreadable) {}
