package io.masthead.comment;

/** What has been said to a post, by people or by other sites. */
public enum CommentType {
    COMMENT,
    /** Another site says, by XML-RPC, that it links here. */
    PINGBACK,
    /** As a pingback, by the older protocol, with an excerpt. */
    TRACKBACK,
}
