package io.masthead.text;

/** How a stored source is rendered. */
public enum ContentFormat {
    /** CommonMark with GitHub's tables, strikethrough, bare links, task lists and footnotes. */
    MARKDOWN,
    /** HTML, shown after cleaning. */
    HTML,
    /** WordPress content: blocks in comments, or classic text in which blank lines separate paragraphs. */
    WORDPRESS
}
