/**
 * What keeps spam out: the port that checks implement, the site's own rules as WordPress has them, what
 * services are asked and when, forms and their tokens, and the throttle. How a comment takes on a status
 * is decided in {@code comment}.
 */
package io.masthead.comment.spam;
