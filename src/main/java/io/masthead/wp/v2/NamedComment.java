package io.masthead.wp.v2;

import io.masthead.comment.query.PostedComment;

/**
 * The comment that the path of a request names.
 *
 * @param unreadable the refusal to read it; null where the caller may
 */
record NamedComment(PostedComment comment, RuntimeException unreadable) {}
