package io.masthead.text.wordpress;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * WordPress' own shortcodes. A caption is rendered; a gallery requires the media library of the original site
 * and is left out, as WordPress does without images; the others, and those of plugins, stay as they were
 * written.
 */
final class Shortcodes {

    private static final String NAMES = "(caption|wp_caption|gallery|playlist|audio|video|embed)";

    /** One opening or closing bracket with its content. */
    static final Pattern TAG = Pattern.compile("\\[(/?)" + NAMES + "(?=[\\s\\]/])[^\\[\\]<>]*+\\]");

    private static final Pattern NOT_OF_CLASS_NAMES = Pattern.compile("[^\\w -]");

    private static final Pattern SETTING = Pattern.compile("([a-z]++)=(?:\"([^\"]*+)\"|'([^']*+)'|([^\\s\"'\\]]++))");

    private static final Pattern IMAGE =
            Pattern.compile("\\s*+((?:<a\\s[^<>]*+>\\s*+)?<img\\s[^<>]*+>(?:\\s*+</a>)?)(.*+)", Pattern.DOTALL);

    private final String html;
    private final boolean removed;

    /** The position of the next end tag of each name, so that it is searched only once. */
    private final Map<String, Integer> ends = new HashMap<>();

    private Shortcodes(String html, boolean removed) {
        this.html = html;
        this.removed = removed;
    }

    static String render(String html) {
        return html.indexOf('[') < 0 ? html : new Shortcodes(html, false).read();
    }

    /** Without the known ones and their content. */
    static String remove(String html) {
        return html.indexOf('[') < 0 ? html : new Shortcodes(html, true).read();
    }

    private String read() {
        var result = new StringBuilder(html.length());
        var tags = TAG.matcher(html);
        int done = 0;
        while (tags.find()) {
            if (tags.start() >= done && tags.group(1).isEmpty()) {
                result.append(html, done, tags.start());
                done = replace(tags.group(2), tags.group(), tags.end(), result);
            }
        }
        return result.append(html, done, html.length()).toString();
    }

    /** Appends the replacement of a shortcode, and returns its end. */
    private int replace(String name, String tag, int tagEnd, StringBuilder result) {
        var endTag = "[/" + name + "]";
        int close = find(endTag, tagEnd);
        int end = close < 0 ? tagEnd : close + endTag.length();
        if (removed || name.equals("gallery")) {
            return end;
        }
        var image = IMAGE.matcher(html).region(tagEnd, Math.max(close, tagEnd));
        if (name.endsWith("caption") && image.matches()) {
            result.append(figure(settings(tag), image.group(1), image.group(2).strip()));
            return end;
        }
        result.append(tag);
        return tagEnd;
    }

    private int find(String endTag, int from) {
        int close = ends.getOrDefault(endTag, 0);
        if (close >= 0 && close < from) {
            close = html.indexOf(endTag, from);
            ends.put(endTag, close);
        }
        return close;
    }

    private static String figure(Map<String, String> settings, String image, String caption) {
        if (caption.isEmpty()) {
            return image;
        }
        var classes = "wp-caption "
                + settings.getOrDefault("align", "alignnone")
                + (settings.containsKey("class") ? " " + settings.get("class") : "");
        return "<figure class=\""
                + NOT_OF_CLASS_NAMES.matcher(classes).replaceAll("")
                + "\">"
                + image
                + "<figcaption class=\"wp-caption-text\">"
                + caption
                + "</figcaption></figure>";
    }

    private static Map<String, String> settings(String tag) {
        var settings = new HashMap<String, String>();
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
