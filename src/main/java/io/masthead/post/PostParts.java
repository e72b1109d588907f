package io.masthead.post;

/** What of a post is read beside the post itself. */
public record PostParts(boolean featuredMedia, boolean previous, boolean next, boolean formerSlugs) {

    public static final PostParts NONE = new PostParts(false, false, false, false);

    /** What is shown of a post that was just written. */
    public static final PostParts WRITTEN = new PostParts(false, false, false, true);
}
