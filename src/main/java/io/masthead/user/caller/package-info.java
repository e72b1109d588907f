/**
 * Whose a valid credential is, and how long that is remembered. The credentials themselves are in
 * {@code user.token} and {@code user.session}.
 */
package io.masthead.user.caller;
