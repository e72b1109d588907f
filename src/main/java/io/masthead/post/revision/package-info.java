/**
 * What posts and pages said before and what somebody has not saved yet: kept, listed, compared and
 * restored. Saving itself, and who may change a post, is {@code post}'s.
 */
package io.masthead.post.revision;
