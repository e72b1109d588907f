/**
 * The second proof that a sign-in may ask for: codes of an authenticator, and recovery codes. When
 * it is asked for is decided in {@code user.signin}.
 */
package io.masthead.user.factor;
