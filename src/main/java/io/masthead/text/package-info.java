/**
 * Pure functions over what authors write: rendering, cleaning, plain text, excerpts, slugs, sort
 * keys. No framework, no CDI, no clock, no feature of the core; everything here is thread-safe and
 * stateless. Who may write what, and where a result is stored, is decided elsewhere.
 */
package io.masthead.text;
