/**
 * Asks Akismet whether a comment is spam, behind {@link io.masthead.comment.spam.SpamCheck}. {@code
 * comment.spam} acts on its answers.
 */
package io.masthead.adapter.akismet;
