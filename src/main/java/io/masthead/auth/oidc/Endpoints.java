package io.masthead.auth.oidc;

/**
 * Where a site answers.
 *
 * @param issuer who vouches there
 * @param user null where the ID token says it all
 * @param emails null where the site tells of e-mail addresses together with the rest
 * @param keys what ID tokens are signed with; null for a site that gives out none (OAuth 2.0)
 * @param basic whether Masthead proves itself by Basic (RFC 6749 section 2.3.1), not in the form
 * @param namesIssuer whether every answer must say who sent it (RFC 9207)
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
