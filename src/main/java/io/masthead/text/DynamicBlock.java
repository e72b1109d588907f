package io.masthead.text;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a text whose content depends on other things, such as a gallery or a list of posts. Rendered HTML holds a
 * comment in its place, which is replaced when the text is read.
 *
 * <p>An author can write such a comment, too. It has no more power than the block or shortcode for which it stands.
 *
 * @param name such as {@code gallery}
 * @param settings as written, by name
 */
public record DynamicBlock(String name, Map<String, String> settings) {

    private static final String START = "<!--masthead:";

    private static final Pattern MARKER = Pattern.compile(
            "<!--masthead:([a-z]{1,20}+(?:-[a-z]{1,20}+){0,3}+)((?:\\s[a-zA-Z_]{1,40}+=[\\w.%*+]*+){0,30}+)-->");

    private static final Pattern BLANKS = Pattern.compile("\\s");

    private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");

    private static final int MAX_VALUE = 4_000;

    public DynamicBlock {
        settings = Map.copyOf(settings);
    }

    /** The comment that stands for it. Longer values than {@value #MAX_VALUE} characters are left out. */
    public String marker() {
        var marker = new StringBuilder(START).append(name);
        new TreeMap<>(settings).forEach((key, value) -> {
            if (value.length() <= MAX_VALUE) {
                marker.append(' ').append(key).append('=').append(encoded(value));
            }
        });
        return marker.append("-->").toString();
    }

    /** Two hyphens would end the comment. */
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("-", "%2D");
    }

    /** Whether HTML may hold one. */
    public static boolean areIn(String html) {
        return html.contains(START);
    }

    /** Those in HTML, in their order. */
    public static List<DynamicBlock> in(String html) {
        var blocks = new ArrayList<DynamicBlock>();
        if (areIn(html)) {
            var markers = MARKER.matcher(html);
            while (markers.find()) {
                blocks.add(of(markers.group(1), markers.group(2)));
            }
        }
        return blocks;
    }

    /** The HTML with what each of them shows. */
    public static String replace(String html, Function<DynamicBlock, String> shown) {
        return areIn(html)
                ? MARKER.matcher(html)
                        .replaceAll(
                                marker -> Matcher.quoteReplacement(shown.apply(of(marker.group(1), marker.group(2)))))
                : html;
    }

    /** The HTML without them. */
    public static String without(String html) {
        return replace(html, block -> "");
    }

    private static DynamicBlock of(String name, String written) {
        var settings = new TreeMap<String, String>();
        BLANKS.splitAsStream(written).forEach(setting -> {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.put(setting.substring(0, equals), decoded(setting.substring(equals + 1)));
            }
        });
        return new DynamicBlock(name, settings);
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return ""; // written by hand
        }
    }

    /** A setting; empty if it is not set. */
    public String text(String setting) {
        return settings.getOrDefault(setting, "");
    }

    public boolean isOn(String setting) {
        return text(setting).equals("true");
    }

    /** A whole number; the default if it is none or not within the bounds. */
    public int number(String setting, int otherwise, int min, int max) {
        var value = text(setting);
        if (!value.matches("\\d{1,6}")) {
            return otherwise;
        }
        int number = Integer.parseInt(value);
        return number < min || number > max ? otherwise : number;
    }

    /** The ids of a setting, each once; what is no id is ignored. */
    public List<Long> ids(String setting) {
        return NO_DIGITS
                .splitAsStream(text(setting))
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }
}
