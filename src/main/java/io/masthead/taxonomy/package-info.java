/**
 * Categories, which form a tree, and tags, which do not. {@code post}, which depends on both, handles the posts
 * of a term that changes or is deleted.
 */
package io.masthead.taxonomy;
