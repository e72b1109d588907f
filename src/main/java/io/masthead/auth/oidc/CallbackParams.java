package io.masthead.auth.oidc;

/**
 * What a browser brings back from another site (RFC 6749 section 4.1.2); each is null where it is
 * not there.
 *
 * @param issuer who says to have sent it (RFC 9207)
 */
public record CallbackParams(String state, String code, String error, String issuer) {}
