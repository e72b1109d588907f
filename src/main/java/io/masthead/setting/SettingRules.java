package io.masthead.setting;

import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.text.EmailAddresses;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Locale;

/** Validates the settings, as far as possible without queries. */
public final class SettingRules {

    public static final int MAX_TITLE = 200;
    public static final int MAX_DESCRIPTION = 500;
    public static final int MAX_URL = 1_000;
    public static final int MAX_CLOSE_DAYS = 3_650;
    public static final int MAX_DEPTH = 10;
    public static final int MAX_EMAIL = 320;

    public static final int MAX_LANGUAGE = 35;

    private SettingRules() {}

    static void check(SettingsPatch changes, Violations violations) {
        if (hasValue("title", changes.title(), violations)) {
            violations.requiredText("title", changes.title().value(), MAX_TITLE);
        }
        violations.text("description", changes.description().value(), MAX_DESCRIPTION);
        if (hasValue("url", changes.url(), violations)) {
            violations.require(
                    isSiteAddress(changes.url().value()),
                    "url",
                    "invalid_url",
                    "'url' must be an absolute http or https address of at most "
                            + MAX_URL
                            + " ASCII characters, without credentials, query, fragment or a slash"
                            + " at the end.");
        }
        if (hasValue("language", changes.language(), violations)) {
            violations.require(
                    isLanguage(changes.language().value()),
                    "language",
                    "invalid_language",
                    "'language' must be a BCP 47 language tag, such as en or pt-BR.");
        }
        if (hasValue("timeZone", changes.timeZone(), violations)) {
            violations.require(
                    isTimeZone(changes.timeZone().value()),
                    "timeZone",
                    "invalid_time_zone",
                    "'timeZone' must be a region of the IANA time zone database, such as" + " Europe/Berlin, or UTC.");
        }
        hasValue("defaultCategoryId", changes.defaultCategoryId(), violations);
        hasValue("defaultCommentsOpen", changes.defaultCommentsOpen(), violations);
        hasValue("defaultPingsOpen", changes.defaultPingsOpen(), violations);
        hasValue("commentsRequireName", changes.commentsRequireName(), violations);
        hasValue("commentsRequireSignIn", changes.commentsRequireSignIn(), violations);
        between("commentsCloseDays", changes.commentsCloseDays(), 0, MAX_CLOSE_DAYS, violations);
        between("commentsMaxDepth", changes.commentsMaxDepth(), 1, MAX_DEPTH, violations);
        if (changes.adminEmail().value() != null) {
            violations.require(
                    EmailAddresses.isValid(changes.adminEmail().value())
                            && changes.adminEmail().value().length() <= MAX_EMAIL,
                    "adminEmail",
                    "invalid_email",
                    "'adminEmail' must be an e-mail address of at most " + MAX_EMAIL + " characters.");
        }
        DiscussionRules.check(changes.discussion(), violations);
        AddressRules.check(changes.addresses(), violations);
    }

    static boolean isSiteAddress(String url) {
        try {
            var uri = new URI(url);
            return url.length() <= MAX_URL
                    && url.chars().allMatch(c -> c < 0x80)
                    && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && !url.endsWith("/");
        } catch (URISyntaxException e) {
            return false;
        }
    }

    static boolean isLanguage(String tag) {
        return tag.length() <= MAX_LANGUAGE
                && !tag.isEmpty()
                && !tag.equals("und")
                && Locale.forLanguageTag(tag).toLanguageTag().equals(tag);
    }

    /** Java accepts more zones than databases: offsets, and its own short names. */
    static boolean isTimeZone(String zone) {
        return zone.equals("UTC")
                || (zone.contains("/")
                        && !zone.startsWith("SystemV/")
                        && ZoneId.getAvailableZoneIds().contains(zone));
    }

    static void between(String field, Patch<Integer> change, int least, int most, Violations violations) {
        if (hasValue(field, change, violations)) {
            violations.require(
                    change.value() >= least && change.value() <= most,
                    field,
                    "out_of_range",
                    "'%s' must be a number from %d to %d.".formatted(field, least, most));
        }
    }

    private static boolean hasValue(String field, Patch<?> change, Violations violations) {
        if (change.isSet() && change.value() == null) {
            violations.add(field, "null_not_allowed", "'" + field + "' must not be null.");
        }
        return change.isSet() && change.value() != null;
    }
}
