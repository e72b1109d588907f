/**
 * Comments and pings on posts: threads, guests, rules, moderation and what checks think of them.
 * How their text is cleaned is {@code text}'s; services that know spam stand outside the core,
 * behind {@link io.masthead.comment.spam.SpamCheck}.
 */
package io.masthead.comment;
