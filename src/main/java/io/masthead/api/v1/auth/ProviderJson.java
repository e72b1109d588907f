package io.masthead.api.v1.auth;

import io.masthead.auth.oidc.SignInProvider;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An external sign-in provider. */
@Schema(name = "Provider", description = "An external sign-in provider.")
record ProviderJson(
        @Schema(description = "The name in URLs.", examples = "google")
        String name,

        @Schema(description = "The label of the sign-in button.", examples = "Google")
        String label,

        @Schema(
                description = "The URL to open in the browser; add 'returnTo' and 'challenge'.",
                examples = "https://cms.example/api/v1/auth/providers/google/start")
        String url) {

    /**
     * @param url where the browser starts
     */
    static ProviderJson of(SignInProvider provider, String url) {
        return new ProviderJson(provider.name(), provider.label(), url);
    }
}
