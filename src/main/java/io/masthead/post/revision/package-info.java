/**
 * Revisions and autosaves of posts and pages: stored, listed, compared and restored. Saving posts, and who may
 * change them, is in {@code post}.
 */
package io.masthead.post.revision;
