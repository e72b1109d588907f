/**
 * Who may see, change and delete which posts: of one post, and as conditions of queries. Not here:
 * loading posts for those who may, which {@code PostAccess} does.
 */
package io.masthead.post.access;
