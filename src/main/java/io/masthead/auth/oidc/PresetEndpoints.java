package io.masthead.auth.oidc;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The endpoints of sites known by name without a discovery document. */
@ApplicationScoped
class PresetEndpoints {

    Optional<Endpoints> of(Preset preset) {
        return switch (preset) {
            case GOOGLE -> Optional.empty();
            case FACEBOOK ->
                oauth(
                        preset,
                        "https://www.facebook.com/v23.0/dialog/oauth",
                        "https://graph.facebook.com/v23.0/oauth/access_token",
                        "https://graph.facebook.com/v23.0/me?fields=id,name",
                        null,
                        false);
            case TWITTER ->
                oauth(
                        preset,
                        "https://x.com/i/oauth2/authorize",
                        "https://api.x.com/2/oauth2/token",
                        "https://api.x.com/2/users/me",
                        null,
                        true);
            case WORDPRESS ->
                oauth(
                        preset,
                        "https://public-api.wordpress.com/oauth2/authorize",
                        "https://public-api.wordpress.com/oauth2/token",
                        "https://public-api.wordpress.com/rest/v1.1/me"
                                + "?fields=ID,email,email_verified,display_name,username",
                        null,
                        false);
            case GITHUB ->
                oauth(
                        preset,
                        "https://github.com/login/oauth/authorize",
                        "https://github.com/login/oauth/access_token",
                        "https://api.github.com/user",
                        "https://api.github.com/user/emails",
                        false);
        };
    }

    private static Optional<Endpoints> oauth(
            Preset preset, String authorization, String token, String user, String emails, boolean basic) {
        return Optional.of(new Endpoints(preset.issuer(), authorization, token, user, emails, null, basic, false));
    }
}
