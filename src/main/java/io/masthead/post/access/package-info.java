/**
 * Who may see, change and delete which posts: for one post, and as conditions of queries. {@code PostAccess}
 * loads posts for callers who may.
 */
package io.masthead.post.access;
