/**
 * What WordPress shows of a text, to the byte: paragraphs, blocks, shortcodes, typography, smilies,
 * excerpts. {@code WordPressRendering} puts them in order. What cleaning takes away is decided in
 * {@code text}.
 */
package io.masthead.text.wordpress;
