/**
 * WordPress' rendering of texts, byte by byte: paragraphs, blocks, shortcodes, typography, smilies, excerpts.
 * {@code WordPressRendering} runs the steps in order. {@code text} does the cleaning.
 */
package io.masthead.text.wordpress;
