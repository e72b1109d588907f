/**
 * What the dynamic blocks of texts show: galleries and lists of posts, pages, categories and months. It knows posts and
 * their URLs, and is known to posts only as {@link io.masthead.post.dynamic.DynamicBlocks}.
 */
package io.masthead.dynamic;
