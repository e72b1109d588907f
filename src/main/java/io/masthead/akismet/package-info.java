/**
 * Asks Akismet whether a comment is spam, behind {@link io.masthead.comment.SpamCheck}. What
 * follows from its answer is decided in {@code comment}.
 */
package io.masthead.akismet;
