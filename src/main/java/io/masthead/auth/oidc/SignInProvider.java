package io.masthead.auth.oidc;

import java.util.List;

/**
 * A site by which people sign in.
 *
 * @param name as in URLs
 * @param label what people see on the button
 * @param preset null where only the issuer is known
 * @param issuer where the discovery document is found
 * @param clientSecret null where the site gives out none
 */
public record SignInProvider(
        String name,
        String label,
        Preset preset,
        String issuer,
        String clientId,
        String clientSecret,
        List<String> scopes) {

    /** Secrets are not shown, wherever it is printed. */
    @Override
    public String toString() {
        return name;
    }
}
