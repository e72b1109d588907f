/**
 * Passwords that people make up: which may be chosen, how they are hashed and compared, and the
 * hashes of WordPress. Secrets that Masthead makes up are in {@code user.secret}; what a right
 * password opens is the business of {@code user.signin}.
 */
package io.masthead.user.password;
