package io.masthead.post;

/** The format of a post in WordPress; a hint for front ends. */
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
