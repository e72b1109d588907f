package io.masthead.auth.oidc;

/**
 * The state of a sign-in while the browser is at another site, stored beside the hash of the state parameter.
 *
 * @param browserHash of the browser's secret
 * @param challenge of the front end that started it (RFC 7636 section 4.2)
 * @param returnTo the final redirect target
 */
record AuthorizationState(String provider, String browserHash, String challenge, String returnTo) {

    private static final int PARTS = 4;

    /** One part per line; no part contains a line break. */
    String serialize() {
        return String.join("\n", provider, browserHash, challenge, returnTo);
    }

    static AuthorizationState parse(String serialized) {
        var parts = serialized.split("\n", PARTS);
        return new AuthorizationState(parts[0], parts[1], parts[2], parts[3]);
    }
}
