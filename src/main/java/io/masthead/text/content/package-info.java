/**
 * Renders contents, comments and excerpts, whatever format they are written in. What a format means is
 * decided in {@code text}, which knows HTML and Markdown, and in {@code text.wordpress}.
 */
package io.masthead.text.content;
