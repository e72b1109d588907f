/**
 * The ways by which people get in, up to the session that each ends in. Passwords themselves are in
 * {@code user.password}, what goes on after the sign-in in {@code user.session}.
 */
package io.masthead.user.signin;
