/**
 * What keeps spam out: the port that checks implement, the site's own rules as WordPress has them, tokens
 * of forms, and the throttle. What the strictest result leads to is decided in {@code comment}.
 */
package io.masthead.comment.spam;
