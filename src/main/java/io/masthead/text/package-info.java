/**
 * Pure functions over what authors write: tokens and limits of HTML, cleaning, plain text, Markdown, slugs,
 * sort keys. No framework, no CDI, no clock, no feature of the core; everything here is thread-safe and
 * stateless. {@code wordpress} knows this package, {@code content} knows both. Who may write what, and where
 * a result is stored, is decided elsewhere.
 */
package io.masthead.text;
