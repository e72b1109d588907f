/**
 * Comments and pings on posts: guests, rights, submission, editing, moderation and import. Lists are read in
 * {@code query}, threads maintained in {@code thread}, and spam checks made in {@code spam}. {@code text}
 * cleans the text; spam detection services are outside the core, behind {@link
 * io.masthead.comment.spam.SpamCheck}.
 */
package io.masthead.comment;
