/**
 * Threads: where comments stand under each other, and how threads move when one of them is shown, hidden
 * or deleted. What may be read of them is decided in {@code comment}.
 */
package io.masthead.comment.thread;
