package io.masthead.cli;

import io.masthead.media.storage.StorageLocation;
import io.masthead.user.throttle.AttemptLimitConverter;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The type of a setting that is not just text.
 *
 * @param allowed a description of valid values
 * @param test may throw an IllegalArgumentException for invalid ones
 */
record SettingKind(String allowed, Predicate<String> test) {

    static final SettingKind YES_OR_NO = new SettingKind("true or false", SettingKind::isYesOrNo);

    static final SettingKind PORT = number("a port", 0, 65_535);

    static final SettingKind TIME = new SettingKind(
            "a length of time such as 90s, 10m or 14d", value -> duration(value).compareTo(Duration.ZERO) > 0);

    static final SettingKind TIME_OR_NONE = new SettingKind(
            "a length of time such as 90s, 10m or 14d, or 0",
            value -> !duration(value).isNegative());

    static final SettingKind SIZE = new SettingKind(
            "a number of bytes such as 512M or 2G",
            value -> new MemorySizeConverter().convert(value).asLongValue() > 0);

    /** Less than quarkus.http.limits.max-body-size, which is fixed. */
    static final SettingKind BODY_SIZE = new SettingKind("a number of bytes such as 512M or 2G, at most 64G", value -> {
        long bytes = new MemorySizeConverter().convert(value).asLongValue();
        return bytes > 0 && bytes <= 64L << 30;
    });

    static final SettingKind SIZE_OR_NONE = new SettingKind(
            "a number of bytes such as 512M or 2G, or 0",
            value -> new MemorySizeConverter().convert(value).asLongValue() >= 0);

    static final SettingKind ATTEMPTS = new SettingKind(
            "a number of attempts and the time for them, such as 10/10m",
            value -> new AttemptLimitConverter().convert(value) != null);

    static final SettingKind URL =
            new SettingKind("a URL that begins with https:// or http://", value -> isWeb(URI.create(value)));

    static final SettingKind STORE = new SettingKind(
            "file: and the path of a folder, such as file:./data/media, or s3:// and the name of a bucket and perhaps a"
                    + " prefix, such as s3://bucket/prefix",
            value -> StorageLocation.of(value) != null);

    /** The words for true and false; others would silently mean false. */
    private static final Set<String> WORDS = Set.of("true", "false", "yes", "no", "y", "n", "on", "off", "1", "0");

    static SettingKind number(String what, int min, int max) {
        return new SettingKind(
                "%s from %d to %d".formatted(what, min, max),
                value -> Integer.parseInt(value) >= min && Integer.parseInt(value) <= max);
    }

    static SettingKind oneOf(String... words) {
        return new SettingKind(
                String.join(", ", words).replaceFirst(", ([^,]*)$", " or $1"),
                value -> List.of(words).stream().anyMatch(word -> word.equalsIgnoreCase(value.replace('_', '-'))));
    }

    static SettingKind numbers(String what, int min, int max) {
        var one = number(what, min, max);
        return listOf("%s from %d to %d, separated by commas".formatted(what, min, max), one.test);
    }

    static SettingKind listOf(String allowed, Predicate<String> one) {
        return new SettingKind(
                allowed,
                value -> Stream.of(value.split(",", -1)).map(String::strip).allMatch(one));
    }

    boolean allows(String value) {
        try {
            return !value.isEmpty() && test.test(value);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isYesOrNo(String value) {
        return WORDS.contains(value.toLowerCase(Locale.ROOT));
    }

    private static Duration duration(String value) {
        return DurationConverter.parseDuration(value);
    }

    private static boolean isWeb(URI uri) {
        return uri.getHost() != null
                && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
    }
}
