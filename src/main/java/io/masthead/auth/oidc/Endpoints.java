package io.masthead.auth.oidc;

/**
 * The endpoints of a site.
 *
 * @param issuer of the identities
 * @param user null if the ID token contains everything
 * @param emails null if the user endpoint contains the e-mail addresses
 * @param keys of ID tokens; null for a site without (OAuth 2.0)
 * @param basic whether Masthead authenticates by Basic (RFC 6749 section 2.3.1), not in the form
 * @param namesIssuer whether every callback must name its issuer (RFC 9207)
 */
record Endpoints(
        String issuer,
        String authorization,
        String token,
        String user,
        String emails,
        String keys,
        boolean basic,
        boolean namesIssuer) {

    boolean isOpenIdConnect() {
        return keys != null;
    }
}
