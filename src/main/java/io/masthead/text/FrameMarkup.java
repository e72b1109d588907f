package io.masthead.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.nodes.Entities;

/**
 * Turns what embeds other sites ({@code iframe}, {@code object}, {@code embed}) into players of known sites, or
 * else into links, so that nothing is lost without a trace.
 */
final class FrameMarkup {

    static final Set<String> NAMES = Set.of("iframe", "object", "embed");

    private static final Set<String> MOVIES = Set.of("movie", "src", "url", "filename");

    private final String source;
    private final Set<String> neverClosed = new HashSet<>();

    FrameMarkup(String source) {
        this.source = source;
    }

    /**
     * Replaces an element.
     *
     * @param html what stands in its place
     * @param link the address, if that is a link to what was not allowed
     * @param end the position after it in the source
     */
    record Replaced(String html, Optional<String> link, int end) {}

    /**
     * The replacement of an {@code object} or {@code embed}, or of an {@code iframe} that leads to no known
     * player.
     *
     * @param tag its start tag
     * @param tagEnd the position after that
     */
    Replaced replace(String name, String tag, int tagEnd) {
        int end = name.equals("embed") ? tagEnd : end(name, tagEnd);
        var addresses = new ArrayList<String>();
        var shape = shape(tag);
        add(tag, name.equals("object") ? "data" : "src", addresses);
        var inner = end < 0 ? "" : source.substring(tagEnd, end);
        boolean hasLink = name.equals("object") && inspect(inner, shape, addresses);
        var player = addresses.stream()
                .map(FrameMarkup::player)
                .flatMap(Optional::stream)
                .findFirst();
        var link = player.isPresent() || !isVisible(shape)
                ? Optional.<String>empty()
                : addresses.stream().findFirst();
        var html = hasLink
                ? links(inner)
                : player.map(known -> player(known, shape))
                        .orElseGet(() -> link.map(FrameMarkup::link).orElse(""));
        return new Replaced(html, link, end < 0 ? tagEnd : end);
    }

    /** The position after the end tag; -1 without one. */
    private int end(String name, int from) {
        if (neverClosed.contains(name)) {
            return -1;
        }
        var endTag = "</" + name;
        for (int i = source.indexOf("</", from); i >= 0; i = source.indexOf("</", i + 2)) {
            if (source.regionMatches(true, i, endTag, 0, endTag.length())) {
                int end = source.indexOf('>', i);
                return end < 0 ? source.length() : end + 1;
            }
        }
        neverClosed.add(name);
        return -1;
    }

    /** Collects the addresses within an object; whether it has a link of its own and no known player. */
    private static boolean inspect(String inner, Map<String, String> shape, List<String> addresses) {
        boolean hasLink = false;
        var tokens = new MarkupTokens(inner);
        while (tokens.next()) {
            if (tokens.kind() != MarkupTokens.Kind.OPEN) {
                continue;
            }
            var tag = tokens.text();
            switch (tokens.name()) {
                case "embed", "iframe" -> {
                    add(tag, "src", addresses);
                    shape(tag).forEach(shape::putIfAbsent);
                }
                case "object" -> add(tag, "data", addresses);
                case "param" -> {
                    var name = value(tag, "name").toLowerCase(Locale.ROOT);
                    if (MOVIES.contains(name)) {
                        add(tag, "value", addresses);
                    }
                }
                case "a" -> hasLink |= WebAddresses.isLink(value(tag, "href"));
                default -> {}
            }
        }
        return hasLink
                && addresses.stream().noneMatch(address -> player(address).isPresent());
    }

    private static String links(String inner) {
        var kept = new StringBuilder();
        var tokens = new MarkupTokens(inner);
        while (tokens.next()) {
            if (!NAMES.contains(tokens.name()) && !tokens.name().equals("param")) {
                kept.append(tokens.text());
            }
        }
        return kept.toString();
    }

    /** Frames of one pixel count readers, and are not for them. */
    private static boolean isVisible(Map<String, String> shape) {
        return shape.values().stream().noneMatch(size -> size.equals("0") || size.equals("1"));
    }

    /** The player of a page, or the address itself if it is one. */
    private static Optional<Players.Player> player(String address) {
        var secured = WebAddresses.secured(address);
        return Players.find(address)
                .or(() -> WebAddresses.isEmbed(secured)
                        ? Optional.of(new Players.Player(secured, "", 560, 315))
                        : Optional.empty());
    }

    /** The frame of a player. */
    static String player(Players.Player player) {
        return player(player, Map.of());
    }

    private static String player(Players.Player player, Map<String, String> shape) {
        var title = player.title().isEmpty() ? "" : " title=\"" + player.title() + "\"";
        return "<iframe src=\"%s\"%s width=\"%s\" height=\"%s\" frameborder=\"0\" allowfullscreen></iframe>"
                .formatted(
                        Entities.escape(player.address()),
                        title,
                        shape.getOrDefault("width", String.valueOf(player.width())),
                        shape.getOrDefault("height", String.valueOf(player.height())));
    }

    /** A link that shows its address. */
    static String link(String address) {
        var escaped = Entities.escape(address);
        return "<a href=\"" + escaped + "\">" + escaped + "</a>";
    }

    private static Map<String, String> shape(String tag) {
        var shape = new TreeMap<String, String>();
        for (var name : List.of("width", "height")) {
            var value = value(tag, name).strip();
            if (!value.isEmpty()
                    && value.length() < 6
                    && value.chars().allMatch(c -> (c >= '0' && c <= '9') || c == '%')) {
                shape.put(name, value);
            }
        }
        return shape;
    }

    private static void add(String tag, String name, List<String> addresses) {
        var address = value(tag, name).strip();
        var absolute = address.startsWith("//") ? "https:" + address : address;
        if (WebAddresses.isAbsolute(absolute) && WebAddresses.isPlain(absolute) && addresses.size() < 20) {
            addresses.add(absolute);
        }
    }

    private static String value(String tag, String name) {
        return TagAttributes.find(tag, name).map(TagAttributes.Attribute::value).orElse("");
    }
}
