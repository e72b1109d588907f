/**
 * The way in and what lasts of it: signing in with a password and a second factor, sessions with
 * their refresh tokens, and whose a credential is. Not here: the credentials themselves, in {@code
 * user.credential}, and access tokens, which are made from sessions in {@code auth}.
 */
package io.masthead.user.session;
