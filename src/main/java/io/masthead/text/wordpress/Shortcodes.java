package io.masthead.text.wordpress;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * WordPress' own shortcodes of text that has its paragraphs. Captions and players of files are rendered; for a gallery
 * or playlist, whose files are looked up when it is shown, a {@link io.masthead.text.DynamicBlock} remains; those of
 * plugins stay as they were written.
 */
final class Shortcodes {

    private static final String NAMES = "(caption|wp_caption|gallery|playlist|audio|video|embed)";

    /** One opening or closing bracket with its content. */
    static final Pattern TAG = Pattern.compile("\\[(/?)" + NAMES + "(?=[\\s\\]/])[^\\[\\]<>]*+\\]");

    /** The form before WordPress 3.4, with the caption as a setting, which may have tags. */
    private static final Pattern OLD_CAPTION =
            Pattern.compile("\\[((?:wp_)?+caption)(\\s(?:(?!\\scaption=)[^\\[\\]<>])*+)?+\\scaption="
                    + "(?:\"([^\"\\[\\]]*+)\"|'([^'\\[\\]]*+)')([^\\[\\]<>]*+)\\]");

    private static final Pattern NOT_OF_CLASS_NAMES = Pattern.compile("[^\\w -]");

    private static final Pattern IMAGE =
            Pattern.compile("\\s*+((?:<a\\s[^<>]*+>\\s*+)?<img\\s[^<>]*+>(?:\\s*+</a>)?)(.*+)", Pattern.DOTALL);

    private static final Pattern CAPTION_ID = Pattern.compile("[a-zA-Z][\\w-]{0,80}+");

    private static final Pattern WIDTH = Pattern.compile("[1-9][0-9]{0,4}+");

    private final Map<String, Integer> captionIds = new HashMap<>();
    private final String html;
    private final boolean removed;
    private int lists;

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

    /** The text with captions of the old form in the new one, where they follow the picture. */
    static String modernised(String text) {
        if (!text.contains("caption=")) {
            return text;
        }
        var result = new StringBuilder(text.length() + 64);
        var ends = new Shortcodes(text, false);
        var old = OLD_CAPTION.matcher(text);
        int done = 0;
        while (old.find()) {
            int close = ends.find("[/" + old.group(1) + "]", old.end());
            if (old.start() < done || close < 0) {
                continue;
            }
            var before = old.group(2) == null ? "" : old.group(2);
            var caption = old.group(3) == null ? old.group(4) : old.group(3);
            result.append(text, done, old.start())
                    .append('[' + old.group(1) + before + old.group(5) + ']')
                    .append(text, old.end(), close)
                    .append(' ')
                    .append(caption);
            done = close;
        }
        return result.append(text, done, text.length()).toString();
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
        if (removed) {
            return apart("", end, result);
        }
        var settings = ShortcodeSettings.of(tag);
        if (name.equals("gallery") || name.equals("playlist")) {
            return apart(DynamicBlockSettings.ofShortcode(name, settings, ++lists), end, result);
        }
        if (name.equals("audio") || name.equals("video")) {
            var player = MediaShortcodes.player(name, settings, tag.substring(1, tag.length() - 1));
            if (!player.isEmpty()) {
                return apart(player, end, result);
            }
        }
        var image = IMAGE.matcher(html).region(tagEnd, Math.max(close, tagEnd));
        if (name.endsWith("caption") && image.matches()) {
            result.append(figure(settings, image.group(1), image.group(2).strip()));
            return end;
        }
        result.append(tag);
        return tagEnd;
    }

    /** Without the paragraph around it, if it has one of its own. */
    private int apart(String replacement, int end, StringBuilder result) {
        int start = result.length() - "<p>".length();
        boolean alone = !removed && start >= 0 && result.substring(start).equals("<p>") && html.startsWith("</p>", end);
        if (alone) {
            result.setLength(start);
        }
        result.append(replacement);
        return alone ? end + "</p>".length() : end;
    }

    private int find(String endTag, int from) {
        int close = ends.getOrDefault(endTag, 0);
        if (close >= 0 && close < from) {
            close = html.indexOf(endTag, from);
            ends.put(endTag, close);
        }
        return close;
    }

    private String figure(Map<String, String> settings, String image, String caption) {
        if (caption.isEmpty()) {
            return image;
        }
        var classes = "wp-caption "
                + settings.getOrDefault("align", "alignnone")
                + (settings.containsKey("class") ? " " + settings.get("class") : "");
        var id = id(settings.getOrDefault("id", ""));
        var captionId = "caption-" + id.replace('_', '-');
        var width = settings.getOrDefault("width", "");
        return "<figure "
                + (id.isEmpty() ? "" : "id=\"%s\" aria-describedby=\"%s\" ".formatted(id, captionId))
                + (WIDTH.matcher(width).matches() ? "style=\"width: %spx\" ".formatted(width) : "")
                + "class=\""
                + NOT_OF_CLASS_NAMES.matcher(classes).replaceAll("")
                + "\">"
                + image
                + "<figcaption "
                + (id.isEmpty() ? "" : "id=\"%s\" ".formatted(captionId))
                + "class=\"wp-caption-text\">"
                + caption
                + "</figcaption></figure>";
    }

    /** The id, with a number if a caption before has the same one; as WordPress for all captions on a page. */
    private String id(String written) {
        if (!CAPTION_ID.matcher(written).matches()) {
            return "";
        }
        int times = captionIds.merge(written, 1, Integer::sum);
        return times == 1 ? written : written + "-" + times;
    }
}
