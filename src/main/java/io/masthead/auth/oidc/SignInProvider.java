package io.masthead.auth.oidc;

import java.util.List;

/**
 * A site that users can sign in with.
 *
 * @param name as in URLs
 * @param label of the button
 * @param preset null if only the issuer is configured
 * @param issuer whose discovery document is read
 * @param clientSecret null if the site issues none
 */
public record SignInProvider(
        String name,
        String label,
        Preset preset,
        String issuer,
        String clientId,
        String clientSecret,
        List<String> scopes) {

    /** Without the secret, which must not be printed. */
    @Override
    public String toString() {
        return name;
    }
}
