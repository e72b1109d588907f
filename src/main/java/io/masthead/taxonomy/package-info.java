/**
 * Categories, which form a tree, and tags, which do not. What happens to posts when a term changes
 * or goes is decided in {@code post}, which knows both.
 */
package io.masthead.taxonomy;
