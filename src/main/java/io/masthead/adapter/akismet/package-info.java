/**
 * Asks Akismet whether a comment is spam, behind {@link io.masthead.comment.spam.SpamCheck}. What
 * follows from its answer is decided in {@code comment.spam}.
 */
package io.masthead.adapter.akismet;
