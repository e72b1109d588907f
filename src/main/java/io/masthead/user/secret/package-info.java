/**
 * The secrets that Masthead makes up for its users: what they look like and how those that serve
 * once are kept. Passwords, which people make up, are in {@code user.password}.
 */
package io.masthead.user.secret;
