package io.masthead.cli;

import io.smallrye.config.SmallRyeConfig;
import java.util.Optional;

/** Checks that the settings of the CDN belong together. */
final class CdnCheck {

    private static final String SERVICE = "masthead.cdn.fastly-service";
    private static final String ZONE = "masthead.cdn.cloudflare-zone";
    private static final String URL = "masthead.cdn.url";
    private static final String TOKEN = "masthead.cdn.token";

    private CdnCheck() {}

    /** One sentence with the problem, without secrets; empty if there is none. */
    static Optional<String> refusal(SmallRyeConfig settings) {
        var service = value(settings, SERVICE);
        var zone = value(settings, ZONE);
        var token = value(settings, TOKEN);
        if (service.isPresent() && zone.isPresent()) {
            return fault(SERVICE, "and %s are both set: use one of them.".formatted(TypedSettings.variable(ZONE)));
        }
        if (service.filter(CdnCheck::isNoId).isPresent()) {
            return fault(SERVICE, "is wrong: the id of a service has only letters and digits.");
        }
        if (zone.filter(CdnCheck::isNoId).isPresent()) {
            return fault(ZONE, "is wrong: the id of a zone has only letters and digits.");
        }
        if (token.isEmpty()) {
            return service.or(() -> zone).isEmpty()
                    ? Optional.empty()
                    : fault(TOKEN, "is missing: the CDN to purge requires an API token.");
        }
        if (!token.get().matches("[!-~]+")) {
            return fault(TOKEN, "is wrong: a token has neither blanks nor characters outside of ASCII.");
        }
        return service.or(() -> zone).or(() -> value(settings, URL)).isEmpty()
                ? fault(
                        TOKEN,
                        "has no effect alone: set also %s, %s or %s."
                                .formatted(
                                        TypedSettings.variable(SERVICE),
                                        TypedSettings.variable(ZONE),
                                        TypedSettings.variable(URL)))
                : Optional.empty();
    }

    private static boolean isNoId(String text) {
        return !text.matches("[A-Za-z0-9]{1,64}");
    }

    private static Optional<String> value(SmallRyeConfig settings, String name) {
        return settings.getOptionalValue(name, String.class);
    }

    private static Optional<String> fault(String name, String what) {
        return Optional.of(TypedSettings.variable(name) + " " + what);
    }
}
