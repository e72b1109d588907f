package io.masthead.wp.v2;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Languages and time zones by WordPress' names. */
final class Locales {

    /** Languages that WordPress names with a region where the tag needs none. */
    private static final Map<String, String> REGIONS = Stream.of(
                    "bg_BG", "bn_BD", "bs_BA", "cs_CZ", "da_DK", "de_DE", "en_US", "es_ES", "fa_IR", "fr_FR", "gl_ES",
                    "he_IL", "hi_IN", "hu_HU", "id_ID", "is_IS", "it_IT", "ko_KR", "lt_LT", "mk_MK", "ms_MY", "nb_NO",
                    "nl_NL", "pl_PL", "pt_PT", "ro_RO", "ru_RU", "sk_SK", "sl_SI", "sr_RS", "sv_SE", "tr_TR")
            .collect(Collectors.toMap(Locales::language, locale -> locale));

    /** Others that it is translated into, by tags that say the same to both. */
    private static final Set<String> OTHERS = Set.of(
            "ar", "az", "ca", "el", "et", "eu", "fi", "hr", "ja", "lv", "pt-BR", "sq", "th", "uk", "vi", "zh-CN",
            "zh-TW");

    private Locales() {}

    /** Tags of the languages that are known by name; a site may be in any other one. */
    static Set<String> known() {
        var known = new TreeSet<>(REGIONS.keySet());
        known.addAll(OTHERS);
        return known;
    }

    /** A BCP 47 tag as WordPress writes it: {@code en_US}. */
    static String fromTag(String tag) {
        return REGIONS.getOrDefault(tag, tag.replace('-', '_'));
    }

    /** The shortest tag that WordPress would write so; empty is English. */
    static String toTag(String locale) {
        if (locale.isEmpty()) {
            return "en";
        }
        return locale.equals(REGIONS.get(language(locale))) ? language(locale) : locale.replace('_', '-');
    }

    /** WordPress leaves UTC empty. */
    static String zone(ZoneId zone) {
        return zone.getId().equals("UTC") ? "" : zone.getId();
    }

    private static String language(String locale) {
        return locale.replaceFirst("_.*", "");
    }
}
