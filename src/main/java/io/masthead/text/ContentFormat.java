package io.masthead.text;

/** How a stored source is to be read when it is rendered. */
public enum ContentFormat {
    /** CommonMark with GitHub's tables, strikethrough, bare links, task lists and footnotes. */
    MARKDOWN,
    /** HTML as it will be shown, once cleaned. */
    HTML,
    /** WordPress content: blocks in comments, or classic text whose blank lines mean paragraphs. */
    WORDPRESS
}
