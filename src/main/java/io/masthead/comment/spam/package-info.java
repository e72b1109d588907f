/**
 * Spam protection: the interface of checks, the site's own rules as in WordPress, the queue for remote checks,
 * form tokens, and the throttle. {@code comment} changes the status of comments.
 */
package io.masthead.comment.spam;
