package io.masthead.wp.v2;

import java.util.Optional;

/**
 * The posts whose comments a request is about.
 *
 * @param unlocked the post whose password was told
 * @param uncommentable the refusal to comment on it; null where the caller may
 */
record CommentedPosts(Optional<Long> unlocked, RuntimeException uncommentable) {}
