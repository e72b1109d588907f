package io.masthead.post;

/** What a selection of posts can be ordered by; the id decides between equals. */
public enum PostOrder {
    /** By the time of publishing, or else of creation. */
    PUBLISHED,
    UPDATED,
    AUTHOR,
    ID,
    PARENT,
    MENU_ORDER,
    SLUG,
    TITLE,
    /** In the order in which their ids were asked for, which has no direction. */
    AS_IDS,
    /** In the order in which their slugs were asked for, which has no direction. */
    AS_SLUGS,
    /** Where the words stand: the title before the excerpt, and that before the text. */
    RELEVANCE,
}
