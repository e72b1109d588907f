package io.masthead.text.wordpress;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The attributes of a shortcode, as WordPress' {@code shortcode_parse_atts} reads those with names. */
final class ShortcodeSettings {

    private static final Pattern SETTING =
            Pattern.compile("(?<!\\S)([\\w-]++)\\s*+=\\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'\\]]++))");

    private ShortcodeSettings() {}

    /**
     * @param tag with or without the brackets and the name of the shortcode
     * @return in their order; of several with one name the last value
     */
    static Map<String, String> of(String tag) {
        var settings = new LinkedHashMap<String, String>();
        var found = SETTING.matcher(tag);
        while (found.find()) {
            for (int group = 2; group <= 4; group++) {
                if (found.group(group) != null) {
                    settings.put(found.group(1), found.group(group));
                }
            }
        }
        return settings;
    }
}
