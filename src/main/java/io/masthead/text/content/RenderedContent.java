package io.masthead.text.content;

/**
 * What readers get of a source.
 *
 * @param html cleaned HTML, safe to put into a page
 * @param text the same as plain text on one line, for search and excerpts
 */
public record RenderedContent(String html, String text) {}
