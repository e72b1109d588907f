package io.masthead.post.search;

/** What of a post is read beside the post itself. */
public record PostParts(boolean featuredMedia, boolean previous, boolean next, boolean formerSlugs) {

    public static final PostParts NONE = new PostParts(false, false, false, false);
}
