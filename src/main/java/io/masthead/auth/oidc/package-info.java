/**
 * How other sites prove who somebody is: OpenID Connect and OAuth 2.0 by authorization code with
 * PKCE. What comes of it, and whose account it is, belongs to {@code user.social}.
 */
package io.masthead.auth.oidc;
