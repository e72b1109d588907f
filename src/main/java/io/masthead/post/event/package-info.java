/**
 * What happens to posts and pages, told in the transaction in which it happens. Not here: what
 * others learn of it after the commit, which {@code platform.event} delivers.
 */
package io.masthead.post.event;
