/**
 * The caller's own account: profile, password, sessions, tokens, second factor and external accounts.
 * Sign-in is part of {@code auth}.
 */
package io.masthead.api.v1.me;
