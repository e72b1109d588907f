package io.masthead.api.v1.auth;

import io.masthead.auth.oidc.SignInProvider;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another site by which people can sign in. */
@Schema(name = "Provider", description = "Another site by which people can sign in.")
record ProviderJson(
        @Schema(description = "As in URLs.", examples = "google")
        String name,

        @Schema(description = "What to show on the button.", examples = "Google")
        String label,

        @Schema(
                description = "Where the browser starts; 'returnTo' and 'challenge' are to be" + " added.",
                examples = "https://cms.example/api/v1/auth/providers/google/start")
        String url) {

    /**
     * @param url where the browser starts
     */
    static ProviderJson of(SignInProvider provider, String url) {
        return new ProviderJson(provider.name(), provider.label(), url);
    }
}
