package io.masthead.cli;

import io.masthead.auth.oidc.SocialCheck;
import io.masthead.db.DatabaseCheck;
import io.masthead.encryption.SecretsCheck;
import io.masthead.user.identity.SocialConfig;
import io.masthead.user.password.Argon2Cost;
import io.masthead.user.secret.SecretFormat;
import io.masthead.web.AllowedOrigins;
import io.masthead.web.TrustedProxies;
import io.smallrye.config.SmallRyeConfig;

import java.util.List;
import java.util.Optional;

/**
 * What must hold before the server starts.
 *
 * <p>It runs before Quarkus does, so that an operator reads one sentence and no stack trace.
 */
public final class StartChecks {

    private StartChecks() {}

    /**
     * One sentence that says what is wrong and what to do, without any secret; empty if all is
     * well.
     */
    public static Optional<String> refusal() {
        return refusal(Settings.read());
    }

    static Optional<String> refusal(SmallRyeConfig settings) {
        var token = settings.getOptionalValue("masthead.admin.token", String.class);
        if (token.isPresent() && !SecretFormat.API_TOKEN.isWellFormed(token.get())) {
            return Optional.of(
                    "MASTHEAD_ADMIN_TOKEN is not an API token: use one that `token generate` prints.");
        }
        try {
            TrustedProxies.of(
                    settings.getOptionalValues("masthead.proxies.trusted", String.class)
                            .orElse(List.of()));
        } catch (IllegalArgumentException e) {
            return Optional.of("MASTHEAD_PROXIES_TRUSTED is wrong: " + e.getMessage());
        }
        try {
            AllowedOrigins.check(
                    settings.getOptionalValues("masthead.cors.origins", String.class)
                            .orElse(List.of()));
        } catch (IllegalArgumentException e) {
            return Optional.of("MASTHEAD_CORS_ORIGINS is wrong: " + e.getMessage());
        }
        if (!isWithin(
                Argon2Cost.MIN_MEMORY,
                Argon2Cost.MAX_MEMORY,
                settings.getOptionalValue("masthead.passwords.memory", String.class))) {
            return Optional.of(
                    "MASTHEAD_PASSWORDS_MEMORY must be a number of KiB from %d to %d."
                            .formatted(Argon2Cost.MIN_MEMORY, Argon2Cost.MAX_MEMORY));
        }
        if (!isWithin(
                Argon2Cost.MIN_ITERATIONS,
                Argon2Cost.MAX_ITERATIONS,
                settings.getOptionalValue("masthead.passwords.iterations", String.class))) {
            return Optional.of(
                    "MASTHEAD_PASSWORDS_ITERATIONS must be a number from %d to %d."
                            .formatted(Argon2Cost.MIN_ITERATIONS, Argon2Cost.MAX_ITERATIONS));
        }
        var social = SocialCheck.refusal(settings.getConfigMapping(SocialConfig.class));
        if (social.isPresent()) {
            return social;
        }
        var url = settings.getOptionalValue("masthead.db.url", String.class).orElse("");
        var database =
                new DatabaseCheck(
                        url,
                        settings.getOptionalValue("masthead.db.username", String.class).orElse(""),
                        settings.getOptionalValue("masthead.db.password", String.class).orElse(""),
                        settings.getOptionalValue(
                                        "masthead.db.allow-asynchronous-commit", Boolean.class)
                                .orElse(false));
        return database.refusal()
                .or(
                        () ->
                                new SecretsCheck(
                                                url,
                                                database.login(),
                                                settings.getOptionalValue(
                                                        "masthead.secrets.key", String.class),
                                                settings.getOptionalValue(
                                                        "masthead.secrets.key-file", String.class))
                                        .refusal());
    }

    /** True for what is not set, too: a default is within. */
    private static boolean isWithin(int min, int max, Optional<String> setting) {
        try {
            return setting.map(Integer::valueOf)
                    .filter(value -> value < min || value > max)
                    .isEmpty();
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
