/**
 * Sign-in and sessions: password and second factor, refresh tokens, and the cache of credentials. Credentials
 * themselves are in {@code user.credential}; access tokens, which are made from sessions, are in {@code auth}.
 */
package io.masthead.user.session;
