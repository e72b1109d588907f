package io.masthead.auth.oidc;

/**
 * The parameters of a callback from another site (RFC 6749 section 4.1.2); absent ones are null.
 *
 * @param issuer the issuer that claims to have sent it (RFC 9207)
 */
public record CallbackParams(String state, String code, String error, String issuer) {}
