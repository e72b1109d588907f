package io.masthead.post;

import java.util.List;

/**
 * A condition on the categories or the tags of a post.
 *
 * @param slugs any of these
 * @param excluded whether a post must carry none of them instead
 */
public record TermFilter(List<String> slugs, boolean excluded) {}
