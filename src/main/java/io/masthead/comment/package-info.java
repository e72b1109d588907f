/**
 * Comments and pings on posts: guests, rights, submission, editing, moderation and import. Lists are
 * read in {@code query}, threads kept in {@code thread}, and checks made in {@code spam}.
 * How their text is cleaned is {@code text}'s; services that know spam stand outside the core,
 * behind {@link io.masthead.comment.spam.SpamCheck}.
 */
package io.masthead.comment;
