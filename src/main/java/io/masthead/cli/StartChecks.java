package io.masthead.cli;

import io.masthead.auth.oidc.SocialCheck;
import io.masthead.platform.db.DatabaseCheck;
import io.masthead.platform.encryption.SecretsCheck;
import io.masthead.platform.event.EventConfig;
import io.masthead.user.credential.SecretFormat;
import io.masthead.user.social.SocialConfig;
import io.masthead.web.AllowedOrigins;
import io.masthead.web.CacheConfig;
import io.masthead.web.TrustedProxies;
import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Optional;

/**
 * The checks before the server starts.
 *
 * <p>They run before Quarkus, so that an operator reads one sentence instead of a stack trace.
 */
public final class StartChecks {

    private StartChecks() {}

    /** One sentence with the problem and its solution, without secrets; empty if there is none. */
    public static Optional<String> refusal() {
        var typed = TypedSettings.refusal(Settings.readText());
        if (typed.isPresent()) {
            return typed;
        }
        var settings = Settings.read();
        return refusal(settings).or(() -> TemporaryFolder.prepare(settings));
    }

    static Optional<String> refusal(SmallRyeConfig settings) {
        var token = settings.getOptionalValue("masthead.admin.token", String.class);
        if (token.isPresent() && !SecretFormat.API_TOKEN.isWellFormed(token.get())) {
            return Optional.of("MASTHEAD_ADMIN_TOKEN is not an API token: use the output of" + " `token generate`.");
        }
        try {
            TrustedProxies.of(settings.getOptionalValues("masthead.proxies.trusted", String.class)
                    .orElse(List.of()));
        } catch (IllegalArgumentException e) {
            return Optional.of("MASTHEAD_PROXIES_TRUSTED is wrong: " + e.getMessage());
        }
        try {
            AllowedOrigins.check(settings.getOptionalValues("masthead.cors.origins", String.class)
                    .orElse(List.of()));
        } catch (IllegalArgumentException e) {
            return Optional.of("MASTHEAD_CORS_ORIGINS is wrong: " + e.getMessage());
        }
        if (pollsTooSeldom(settings.getConfigMapping(CacheConfig.class), settings)) {
            return Optional.of("MASTHEAD_CACHE_MAX_STALE must be longer than MASTHEAD_EVENTS_POLL_INTERVAL; otherwise"
                    + " responses would be served from memory only part of the time.");
        }
        var social = SocialCheck.refusal(settings.getConfigMapping(SocialConfig.class));
        if (social.isPresent()) {
            return social;
        }
        var cdn = CdnCheck.refusal(settings);
        if (cdn.isPresent()) {
            return cdn;
        }
        var store = StoreCheck.refusal(settings);
        if (store.isPresent()) {
            return store;
        }
        var url = settings.getOptionalValue("masthead.db.url", String.class).orElse("");
        var database = new DatabaseCheck(
                url,
                settings.getOptionalValue("masthead.db.username", String.class).orElse(""),
                settings.getOptionalValue("masthead.db.password", String.class).orElse(""),
                settings.getOptionalValue("masthead.db.allow-asynchronous-commit", Boolean.class)
                        .orElse(false));
        return database.refusal()
                .or(() -> new SecretsCheck(
                                url,
                                database.login(),
                                settings.getOptionalValue("masthead.secrets.key", String.class),
                                settings.getOptionalValue("masthead.secrets.key-file", String.class))
                        .refusal());
    }

    /** Whether nodes on PostgreSQL look for changes less often than they may go without. */
    private static boolean pollsTooSeldom(CacheConfig cache, SmallRyeConfig settings) {
        var poll = settings.getConfigMapping(EventConfig.class).pollInterval();
        return cache.size().asLongValue() > 0
                && cache.maxStale().compareTo(poll) <= 0
                && settings.getOptionalValue("masthead.db.url", String.class)
                        .filter(url -> url.startsWith("jdbc:postgresql:"))
                        .isPresent();
    }
}
