/**
 * CDI events about posts and pages, fired within the transaction. Changes after the commit are delivered by
 * {@code platform.event}.
 */
package io.masthead.post.event;
