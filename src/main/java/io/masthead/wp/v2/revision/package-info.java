/**
 * The revisions and autosaves of posts and pages as WordPress shows them. What is kept, and who may
 * see it, is the core's ({@code post.revision}).
 */
package io.masthead.wp.v2.revision;
