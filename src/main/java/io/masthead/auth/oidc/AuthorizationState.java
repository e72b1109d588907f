package io.masthead.auth.oidc;

/**
 * A browser's way to another site and back, as it is written down beside the hash of its state.
 *
 * @param browserHash of what the browser keeps
 * @param challenge what the front end proves to have started it with (RFC 7636 section 4.2)
 * @param returnTo where it leads in the end
 */
record AuthorizationState(String provider, String browserHash, String challenge, String returnTo) {

    private static final int PARTS = 4;

    /** None of the parts has a line break in it. */
    String written() {
        return String.join("\n", provider, browserHash, challenge, returnTo);
    }

    static AuthorizationState read(String written) {
        var parts = written.split("\n", PARTS);
        return new AuthorizationState(parts[0], parts[1], parts[2], parts[3]);
    }
}
