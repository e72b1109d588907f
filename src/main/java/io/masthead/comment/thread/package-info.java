/**
 * Threads: where comments are displayed, and how threads change when a comment is shown, hidden or deleted.
 * {@code comment} decides who may read them.
 */
package io.masthead.comment.thread;
