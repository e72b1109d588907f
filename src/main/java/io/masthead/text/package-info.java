/**
 * Pure functions for text: tokens and limits of HTML, cleaning, plain text, Markdown, slugs, sort keys. No
 * framework, no CDI, no clock, no feature of the core; everything is thread-safe and stateless. {@code
 * wordpress} depends on this package, {@code content} on both.
 */
package io.masthead.text;
