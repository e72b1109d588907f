/**
 * Patches of posts, and what of them is an actual change; also the rules and visibility of custom fields.
 * {@code PostCommands} applies patches.
 */
package io.masthead.post.patch;
