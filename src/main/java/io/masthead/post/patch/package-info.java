/**
 * What a change of a post is made of, and what of it is a change at all. Also what custom fields
 * may hold and who sees them. Not here: applying a change, which {@code PostCommands} does.
 */
package io.masthead.post.patch;
