package io.masthead.cli;

import io.masthead.media.rendition.Ratio;
import io.masthead.text.EmbedHosts;
import io.masthead.user.credential.Argon2Cost;
import io.smallrye.config.SmallRyeConfig;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/** Checks settings with a type other than text, since Quarkus would report invalid ones with a stack trace. */
final class TypedSettings {

    private static final int LONGEST_SHOWN = 80;

    /** In the order of the documentation. */
    private static final Map<String, SettingKind> KINDS = kinds();

    /** Settings that may be empty, which means unset. */
    private static final Set<String> OPTIONAL = Set.of(
            "masthead.mail.reset-url",
            "masthead.api.url",
            "masthead.cdn.url",
            "masthead.costly-reads.at-once",
            "masthead.embeds.hosts",
            "masthead.media.images-at-once");

    private TypedSettings() {}

    /** The problem of the first invalid one; empty if there is none. */
    static Optional<String> refusal(SmallRyeConfig settings) {
        return unreadable(settings)
                .or(() -> KINDS.entrySet().stream()
                        .map(one -> refusal(one.getKey(), one.getValue(), settings))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    static Map<String, SettingKind> all() {
        return KINDS;
    }

    /** The environment variable of a property such as {@code masthead.sessions.idle}. */
    static String variable(String property) {
        return property.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Optional<String> refusal(String name, SettingKind kind, SmallRyeConfig settings) {
        var value = settings.getConfigValue(name).getValue();
        if (value == null || (value.isBlank() && OPTIONAL.contains(name))) {
            return Optional.empty();
        }
        if (kind.allows(value.strip())) {
            return Optional.empty();
        }
        return Optional.of("%s (%s) is '%s': use %s.".formatted(variable(name), name, shown(value), kind.allowed()));
    }

    /** Values may refer to others by {@code ${name}}, which a password may contain by chance. */
    private static Optional<String> unreadable(SmallRyeConfig settings) {
        return StreamSupport.stream(settings.getPropertyNames().spliterator(), false)
                .filter(name -> name.startsWith("masthead.") || name.startsWith("MASTHEAD_"))
                .filter(name -> !isReadable(name, settings))
                .map(TypedSettings::variable)
                .sorted()
                .findFirst()
                .map(name -> name
                        + " refers by ${…} to an unknown setting: write"
                        + " \\${ for these two characters themselves.");
    }

    private static boolean isReadable(String name, SmallRyeConfig settings) {
        try {
            var value = settings.getConfigValue(name);
            return value.getValue() != null || value.getRawValue() == null;
        } catch (NoSuchElementException | IllegalArgumentException e) {
            return false;
        }
    }

    /** Without user info in URLs, and cut to a line. */
    private static String shown(String value) {
        var shown = value.replaceAll("//.*@", "//").replaceAll("\\p{Cntrl}", " ");
        return shown.length() <= LONGEST_SHOWN ? shown : shown.substring(0, LONGEST_SHOWN) + "…";
    }

    private static Map<String, SettingKind> kinds() {
        var kinds = new LinkedHashMap<String, SettingKind>();
        kinds.put("masthead.db.allow-asynchronous-commit", SettingKind.YES_OR_NO);
        kinds.put("masthead.db.watch.give-up-after", SettingKind.TIME_OR_NONE);
        kinds.put("masthead.http.port", SettingKind.PORT);
        kinds.put("masthead.management.port", SettingKind.PORT);
        kinds.put("masthead.costly-reads.at-once", SettingKind.number("a number", 1, 15));
        kinds.put("masthead.costly-reads.waiting", SettingKind.number("a number", 0, 100));
        kinds.put("masthead.costly-reads.patience", SettingKind.TIME_OR_NONE);
        kinds.put("masthead.costly-reads.time-limit", SettingKind.TIME);
        kinds.put("masthead.connections.per-client", SettingKind.number("a number", 1, 1_000_000));
        kinds.put("masthead.connections.head-time", SettingKind.TIME);
        kinds.put("masthead.bodies.time", SettingKind.TIME);
        kinds.put("masthead.bodies.upload-rate", SettingKind.SIZE);
        kinds.put("masthead.bodies.waiting", SettingKind.SIZE);
        kinds.put("masthead.refusals.delay", SettingKind.TIME_OR_NONE);
        kinds.put("masthead.answers.rate", SettingKind.SIZE);
        kinds.put("masthead.answers.patience", SettingKind.TIME);
        kinds.put("masthead.answers.queued", SettingKind.SIZE);
        kinds.put("masthead.api.url", SettingKind.URL);
        kinds.put("masthead.proxies.header", SettingKind.oneOf("x-forwarded-for", "forwarded"));
        kinds.put("masthead.cors.credentials", SettingKind.YES_OR_NO);
        kinds.put("masthead.hsts.max-age", SettingKind.TIME_OR_NONE);
        kinds.put("masthead.cache.max-age", SettingKind.TIME_OR_NONE);
        kinds.put("masthead.cache.shared-max-age", SettingKind.TIME_OR_NONE);
        kinds.put("masthead.cache.stale-while-revalidate", SettingKind.TIME_OR_NONE);
        kinds.put("masthead.cache.size", SettingKind.SIZE_OR_NONE);
        kinds.put("masthead.cache.max-stale", SettingKind.TIME);
        kinds.put("masthead.cache.show-status", SettingKind.YES_OR_NO);
        kinds.put("masthead.cdn.url", SettingKind.URL);
        kinds.put("masthead.cdn.delay", SettingKind.TIME_OR_NONE);
        kinds.put("masthead.cdn.repeat-after", SettingKind.TIME_OR_NONE);
        kinds.put("masthead.cdn.time-limit", SettingKind.TIME);
        kinds.put("masthead.sessions.access-token", SettingKind.TIME);
        kinds.put("masthead.sessions.idle", SettingKind.TIME);
        kinds.put("masthead.sessions.lifetime", SettingKind.TIME);
        kinds.put(
                "masthead.passwords.memory",
                SettingKind.number("a number of KiB", Argon2Cost.MIN_MEMORY, Argon2Cost.MAX_MEMORY));
        kinds.put(
                "masthead.passwords.iterations",
                SettingKind.number("a number", Argon2Cost.MIN_ITERATIONS, Argon2Cost.MAX_ITERATIONS));
        kinds.put("masthead.attempts.account", SettingKind.ATTEMPTS);
        kinds.put("masthead.attempts.address", SettingKind.ATTEMPTS);
        kinds.put("masthead.attempts.elsewhere", SettingKind.ATTEMPTS);
        kinds.put("masthead.attempts.strict", SettingKind.ATTEMPTS);
        kinds.put("masthead.social.create-accounts", SettingKind.YES_OR_NO);
        kinds.put("masthead.avatars.gravatar", SettingKind.YES_OR_NO);
        kinds.put("masthead.avatars.wordpress", SettingKind.YES_OR_NO);
        kinds.put("masthead.comments.check-wait", SettingKind.TIME_OR_NONE);
        kinds.put("masthead.akismet.url", SettingKind.URL);
        kinds.put("masthead.akismet.time-limit", SettingKind.TIME);
        kinds.put("masthead.akismet.test", SettingKind.YES_OR_NO);
        kinds.put("masthead.mail.port", SettingKind.PORT);
        kinds.put("masthead.mail.start-tls", SettingKind.oneOf("REQUIRED", "OPTIONAL", "DISABLED"));
        kinds.put("masthead.mail.reset-url", SettingKind.URL);
        kinds.put("masthead.sample", SettingKind.YES_OR_NO);
        kinds.put(
                "masthead.embeds.hosts",
                SettingKind.listOf(
                        "names of hosts such as charts.example.org, separated by commas", EmbedHosts::isHost));
        kinds.put("masthead.media.storage", SettingKind.STORE);
        kinds.put("masthead.media.s3.endpoint", SettingKind.URL);
        kinds.put("masthead.media.s3.path-style", SettingKind.YES_OR_NO);
        kinds.put("masthead.media.s3.redirect", SettingKind.YES_OR_NO);
        kinds.put("masthead.media.max-size", SettingKind.BODY_SIZE);
        kinds.put("masthead.media.quota", SettingKind.SIZE_OR_NONE);
        kinds.put("masthead.media.svg", SettingKind.YES_OR_NO);
        kinds.put("masthead.media.fetch", SettingKind.YES_OR_NO);
        kinds.put("masthead.media.wait", SettingKind.TIME_OR_NONE);
        kinds.put("masthead.media.widths", SettingKind.numbers("numbers", 1, 4096));
        kinds.put(
                "masthead.media.ratios",
                SettingKind.listOf("proportions such as 3:2,16:9", value -> Ratio.of(value) != null));
        kinds.put("masthead.media.images-at-once", SettingKind.number("a number", 1, 16));
        kinds.put("masthead.imports.max-size", SettingKind.BODY_SIZE);
        kinds.put("masthead.imports.max-unpacked-size", SettingKind.SIZE);
        kinds.put("masthead.jobs.poll-interval", SettingKind.TIME);
        kinds.put("masthead.events.poll-interval", SettingKind.TIME);
        kinds.put("masthead.events.retention", SettingKind.TIME);
        return kinds;
    }
}
