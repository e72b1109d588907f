package io.masthead.text.content;

/**
 * The output for a source.
 *
 * @param html clean HTML, safe to put into a page
 * @param text the plain text on one line, for search and excerpts
 */
public record RenderedContent(String html, String text) {}
