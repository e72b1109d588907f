package io.masthead.post.search;

/** The parts of a post that are read in addition. */
public record PostParts(boolean featuredMedia, boolean previous, boolean next, boolean related, boolean formerSlugs) {

    public static final PostParts NONE = new PostParts(false, false, false, false, false);
}
