/**
 * Sign-in by other sites: OpenID Connect and OAuth 2.0, authorization code with PKCE. {@code user.social} finds
 * or creates the account.
 */
package io.masthead.auth.oidc;
