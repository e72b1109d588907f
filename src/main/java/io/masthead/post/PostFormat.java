package io.masthead.post;

/** What kind of thing a post is, as WordPress names it; a hint to front ends. */
public enum PostFormat {
    STANDARD,
    ASIDE,
    CHAT,
    GALLERY,
    LINK,
    IMAGE,
    QUOTE,
    STATUS,
    VIDEO,
    AUDIO,
}
