/**
 * The site's own rules on new comments, as WordPress has them: each is one check, switched by a
 * setting. What the strictest result leads to is decided in {@code comment}.
 */
package io.masthead.comment.rules;
