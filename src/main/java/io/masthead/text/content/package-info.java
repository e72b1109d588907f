/**
 * Renders contents, comments and excerpts of all formats. HTML and Markdown are implemented in {@code text},
 * WordPress' formats in {@code text.wordpress}.
 */
package io.masthead.text.content;
