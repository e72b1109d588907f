package io.masthead.wp.v2;

import java.time.ZoneId;
import java.util.Map;

/** Languages and time zones by WordPress' names. */
final class Locales {

    /** Languages that WordPress names with a region where the tag needs none. */
    private static final Map<String, String> REGIONS =
            Map.of(
                    "en", "en_US", "de", "de_DE", "es", "es_ES", "fr", "fr_FR", "it", "it_IT", "nl",
                    "nl_NL", "pl", "pl_PL", "ru", "ru_RU", "sv", "sv_SE", "tr", "tr_TR");

    private Locales() {}

    /** A BCP 47 tag as WordPress writes it: {@code en_US}. */
    static String fromTag(String tag) {
        return REGIONS.getOrDefault(tag, tag.replace('-', '_'));
    }

    /** The shortest tag that WordPress would write so; empty is English. */
    static String toTag(String locale) {
        if (locale.isEmpty()) {
            return "en";
        }
        return REGIONS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(locale))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(locale.replace('_', '-'));
    }

    /** WordPress leaves UTC empty. */
    static String zone(ZoneId zone) {
        return zone.getId().equals("UTC") ? "" : zone.getId();
    }
}
