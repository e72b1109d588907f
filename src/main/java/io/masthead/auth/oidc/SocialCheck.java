package io.masthead.auth.oidc;

import io.masthead.user.session.SignIns;
import io.masthead.user.social.ExternalIdentity;
import io.masthead.user.social.SocialConfig;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Checks the settings of other sites before the server starts. */
public final class SocialCheck {

    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]");

    private SocialCheck() {}

    /** One sentence with the problem, without secrets; empty if there is none. */
    public static Optional<String> refusal(SocialConfig config) {
        for (var address : config.returnTo().orElse(List.of())) {
            if (parse(address).isEmpty()) {
                return Optional.of(
                        "MASTHEAD_SOCIAL_RETURN_TO is wrong: '%s' is no absolute http(s) URL.".formatted(address));
            }
        }
        if (config.providers().isEmpty()) {
            return Optional.empty();
        }
        var base = config.baseUrl().flatMap(SocialCheck::parse);
        if (base.filter(uri -> uri.getRawQuery() == null).isEmpty()) {
            return Optional.of("MASTHEAD_SOCIAL_BASE_URL must be the http(s) URL where browsers reach"
                    + " Masthead, since sign-in providers are configured.");
        }
        return new TreeMap<>(config.providers())
                .entrySet().stream()
                        .map(entry -> fault(entry.getKey(), entry.getValue()))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private static Optional<String> fault(String name, SocialConfig.Provider provider) {
        if (!name.matches("[a-z0-9]{1,20}") || name.equals(SignIns.PASSWORD)) {
            return Optional.of(
                    "masthead.social.providers: the name '%s' must be of 1 to 20 lower-case letters".formatted(name)
                            + " and digits, and must not be the name of another sign-in method.");
        }
        if (provider.clientId().isEmpty()) {
            return fault(name, "needs a client-id.");
        }
        if (provider.issuer().isPresent() == provider.preset().isPresent()) {
            return fault(name, "needs either an issuer or a preset.");
        }
        if (provider.preset().isPresent()
                && Preset.named(provider.preset().get()).isEmpty()) {
            return fault(
                    name,
                    "has an unknown preset; the presets are facebook, github, google, twitter and" + " wordpress.");
        }
        return provider.issuer().filter(issuer -> !isSafe(issuer)).isPresent()
                ? fault(name, "needs an issuer that is an https URL of at most 200 characters.")
                : Optional.empty();
    }

    private static Optional<String> fault(String name, String what) {
        return Optional.of("masthead.social.providers.%s %s".formatted(name, what));
    }

    private static boolean isSafe(String issuer) {
        return issuer.length() <= ExternalIdentity.MAX_ISSUER
                && parse(issuer)
                        .filter(uri -> uri.getRawQuery() == null)
                        .filter(uri -> uri.getScheme().equals("https") || LOCAL.contains(uri.getHost()))
                        .isPresent();
    }

    private static Optional<URI> parse(String address) {
        try {
            return Optional.of(new URI(address))
                    .filter(uri -> uri.getScheme() != null && uri.getScheme().matches("https?"))
                    .filter(uri -> uri.getHost() != null)
                    .filter(uri -> uri.getRawUserInfo() == null && uri.getRawFragment() == null);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
