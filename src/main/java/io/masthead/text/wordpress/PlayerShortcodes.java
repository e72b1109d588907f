package io.masthead.text.wordpress;

import io.masthead.text.EmbeddedPlayers;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortcodes that show a player of another site: WordPress' own, and those of WordPress.com and Jetpack. */
final class PlayerShortcodes {

    /** The address for an id alone; those with nothing here take an address only. */
    private static final Map<String, String> PAGES = Map.ofEntries(
            Map.entry("embed", ""),
            Map.entry("archiveorg", "https://archive.org/details/%s"),
            Map.entry("dailymotion", "https://www.dailymotion.com/video/%s"),
            Map.entry("documentcloud", ""),
            Map.entry("facebook", ""),
            Map.entry("googlemaps", ""),
            Map.entry("instagram", ""),
            Map.entry("mixcloud", "https://www.mixcloud.com/%s"),
            Map.entry("scribd", "https://www.scribd.com/document/%s"),
            Map.entry("soundcloud", ""),
            Map.entry("spotify", ""),
            Map.entry("ted", "https://www.ted.com/talks/%s"),
            Map.entry("tiktok", ""),
            Map.entry("tweet", "https://x.com/i/status/%s"),
            Map.entry("videopress", "https://videopress.com/v/%s"),
            Map.entry("vimeo", "https://vimeo.com/%s"),
            Map.entry("wpvideo", "https://videopress.com/v/%s"),
            Map.entry("youtube", "https://www.youtube.com/watch?v=%s"));

    private static final String NAMES = "(" + String.join("|", PAGES.keySet()) + ")";

    private static final Pattern SHORTCODE =
            Pattern.compile("\\[" + NAMES + "(?=[\\s=\\]])([^\\[\\]<>]*+)\\](?:([^\\[\\]<>]*+)\\[/\\1\\])?+");

    /** The names under which addresses and ids are given. */
    private static final Set<String> SETTINGS =
            Set.of("id", "url", "src", "href", "link", "uri", "v", "clip_id", "video", "tweet");

    private static final Pattern FIRST = Pattern.compile("[\\s=]*+[\"']?+([^\\s\"']++)");
    private static final Pattern NAMED = Pattern.compile("[a-z_]++=[\"'].*+");
    private static final Pattern ID = Pattern.compile("[\\w/.-]{1,100}+");
    private static final Pattern SPOTIFY = Pattern.compile("spotify:(?:user:[^:]++:)?+([a-z]++):(\\w++)");

    private static final Set<String> LITERAL = Set.of("pre", "code", "script", "style", "textarea");

    private PlayerShortcodes() {}

    /** The text with players in place of shortcodes, or with links to what no player is known for. */
    static String render(String html) {
        return html.indexOf('[') < 0 || !SHORTCODE.matcher(html).find()
                ? html
                : HtmlTextRewriter.rewrite(html, LITERAL, PlayerShortcodes::words);
    }

    private static String words(String text) {
        return text.indexOf('[') < 0
                ? text
                : SHORTCODE.matcher(text).replaceAll(found -> {
                    var player = player(found.group(1), found.group(2), found.group(3));
                    return Matcher.quoteReplacement(player.isEmpty() ? found.group() : player);
                });
    }

    private static String player(String name, String settings, String content) {
        var value = content == null || content.isBlank() ? value(settings) : content.strip();
        var spotify = SPOTIFY.matcher(value);
        if (spotify.matches()) {
            return EmbeddedPlayers.ofAddress("https://open.spotify.com/" + spotify.group(1) + "/" + spotify.group(2));
        }
        if (value.contains("://")) {
            return EmbeddedPlayers.ofAddress(value);
        }
        if (value.startsWith("//")) {
            return EmbeddedPlayers.ofAddress("https:" + value);
        }
        var page = PAGES.get(name);
        return page.isEmpty() || !ID.matcher(value).matches() ? "" : EmbeddedPlayers.ofAddress(page.formatted(value));
    }

    private static String value(String settings) {
        var named = settings.startsWith("=")
                ? Optional.<String>empty()
                : ShortcodeSettings.of(settings).entrySet().stream()
                        .filter(setting -> SETTINGS.contains(setting.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
        if (named.isPresent()) {
            return named.get();
        }
        var first = FIRST.matcher(settings);
        return first.lookingAt() && !NAMED.matcher(first.group(1)).matches() ? first.group(1) : "";
    }
}
