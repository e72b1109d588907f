/**
 * Signing in and out, by password, second factor or another site, and lost passwords, on the wire.
 * Not here: how a request carries a credential, which is {@code io.masthead.auth}'s.
 */
package io.masthead.api.v1.auth;
