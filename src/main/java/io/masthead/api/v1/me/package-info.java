/**
 * What callers see and change of their own account: profile, password, sessions, tokens, second
 * factor, accounts elsewhere. Not here: how somebody signs in, which is {@code auth}'s.
 */
package io.masthead.api.v1.me;
