/**
 * Credentials: passwords, API tokens, application passwords and one-time tokens; how they are hashed, stored
 * and verified. What a valid credential gives access to is decided in {@code user.session}; how a request
 * carries one is in {@code auth}.
 */
package io.masthead.user.credential;
