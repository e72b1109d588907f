package io.masthead.comment;

/** A comment by a person, or a link notification by another site. */
public enum CommentType {
    COMMENT,
    /** A link notification by XML-RPC. */
    PINGBACK,
    /** A link notification by the older protocol, with an excerpt. */
    TRACKBACK,
}
