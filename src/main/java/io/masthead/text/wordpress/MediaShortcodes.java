package io.masthead.text.wordpress;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The shortcodes {@code audio} and {@code video}, with the address of a file. */
final class MediaShortcodes {

    private static final Map<String, List<String>> FORMATS = Map.of(
            "audio", List.of("src", "mp3", "m4a", "ogg", "oga", "wav", "flac", "opus", "wma"),
            "video", List.of("src", "mp4", "m4v", "webm", "ogv", "mov", "flv", "wmv"));

    private static final Pattern ADDRESS = Pattern.compile("(?:https?:)?//[^\\s\"'<>\\[\\]]++|/[^\\s\"'<>\\[\\]]++");

    private static final Pattern SIZE = Pattern.compile("[0-9]{1,5}+");

    private MediaShortcodes() {}

    /**
     * The player of the browser, with a link within for those that have none.
     *
     * @param name audio or video
     * @param tag the shortcode as written, without the brackets
     * @return empty if no address is given
     */
    static String player(String name, Map<String, String> settings, String tag) {
        var address = address(name, settings, tag);
        if (address.isEmpty()) {
            return "";
        }
        var player = new StringBuilder("<")
                .append(name)
                .append(" class=\"wp-")
                .append(name)
                .append("-shortcode\"");
        if (name.equals("video")) {
            size("width", settings, player);
            size("height", settings, player);
            var poster = settings.getOrDefault("poster", "");
            if (ADDRESS.matcher(poster).matches()) {
                player.append(" poster=\"").append(poster).append('"');
            }
        }
        player.append(" preload=\"")
                .append(name.equals("audio") ? "none" : "metadata")
                .append('"');
        if (isOn(settings.get("loop"))) {
            player.append(" loop=\"1\"");
        }
        return player.append(
                        " controls=\"controls\" src=\"%1$s\"><a href=\"%1$s\">%1$s</a></%2$s>".formatted(address, name))
                .toString();
    }

    private static String address(String name, Map<String, String> settings, String tag) {
        for (var format : FORMATS.get(name)) {
            var address = settings.getOrDefault(format, "").strip();
            if (ADDRESS.matcher(address).matches()) {
                return address;
            }
        }
        var first = tag.substring(name.length()).strip().split("[\\s|]", 2)[0];
        return ADDRESS.matcher(first).matches() ? first : "";
    }

    private static void size(String name, Map<String, String> settings, StringBuilder player) {
        var size = settings.getOrDefault(name, "");
        if (SIZE.matcher(size).matches()) {
            player.append(' ').append(name).append("=\"").append(size).append('"');
        }
    }

    private static boolean isOn(String value) {
        return value != null && List.of("1", "on", "true", "loop").contains(value);
    }
}
