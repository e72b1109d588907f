/**
 * Credentials of users that programs send: API tokens and application passwords. What people sign
 * in with is in {@code user.signin}, how a request carries either in {@code auth}.
 */
package io.masthead.user.token;
