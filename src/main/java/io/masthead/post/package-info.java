/**
 * Posts and pages, and what spans a post and the nouns it depends on. Who may see and change them is in {@code
 * access}, list queries in {@code search}, patches in {@code patch}, earlier states in {@code revision}.
 * Rendering is in {@code text}; JSON is up to each surface.
 */
package io.masthead.post;
