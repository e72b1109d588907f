/**
 * What a change of a post is made of, and what of it is a change at all. Not here: applying it, which
 * {@code PostCommands} does, and the rules that it must keep.
 */
package io.masthead.post.patch;
