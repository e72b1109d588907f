package io.masthead.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.safety.Safelist;

/**
 * The elements and attributes that a source may keep. The list is longer than that of {@link AllowedHtml}:
 * later versions may show more, so only what can run code, imitate the page or break out of the text is
 * removed.
 */
final class SourceAttributes {

    private static final Safelist SHOWN = AllowedHtml.content();

    private static final Set<String> MORE_TAGS = Set.of(
            "area",
            "data",
            "fieldset",
            "font",
            "label",
            "legend",
            "map",
            "menu",
            "meter",
            "nobr",
            "progress",
            "search");

    private static final Set<String> NAMES = Set.of(
            "abbr",
            "align",
            "allowfullscreen",
            "alt",
            "autoplay",
            "axis",
            "background",
            "bgcolor",
            "border",
            "cellpadding",
            "cellspacing",
            "char",
            "charoff",
            "charset",
            "cite",
            "class",
            "clear",
            "color",
            "cols",
            "colspan",
            "compact",
            "controls",
            "coords",
            "datetime",
            "decoding",
            "default",
            "dir",
            "download",
            "face",
            "fetchpriority",
            "for",
            "frame",
            "frameborder",
            "headers",
            "height",
            "hidden",
            "high",
            "href",
            "hreflang",
            "hspace",
            "id",
            "kind",
            "label",
            "lang",
            "loading",
            "longdesc",
            "loop",
            "low",
            "marginheight",
            "marginwidth",
            "max",
            "media",
            "min",
            "muted",
            "name",
            "noshade",
            "nowrap",
            "open",
            "optimum",
            "playsinline",
            "poster",
            "preload",
            "referrerpolicy",
            "rel",
            "rev",
            "reversed",
            "role",
            "rows",
            "rowspan",
            "rules",
            "sandbox",
            "scope",
            "scrolling",
            "shape",
            "size",
            "sizes",
            "span",
            "src",
            "srclang",
            "srcset",
            "start",
            "style",
            "summary",
            "tabindex",
            "target",
            "title",
            "type",
            "usemap",
            "valign",
            "value",
            "vspace",
            "width",
            "xml:lang");

    private static final Pattern OWN_NAME = Pattern.compile("(?:data|aria)-[a-z0-9_.:-]++");

    private static final Pattern QUOTES = Pattern.compile("^[\"']|[\"']$");

    private static final Pattern PICTURE =
            Pattern.compile("data:image/(?:png|gif|jpe?g|webp|avif);base64,[A-Za-z0-9+/=\\s]*+");

    /** In lower case: parts of a style that make a browser fetch or run something. */
    private static final List<String> STYLE_DANGERS =
            List.of("\\", "<", "/*", "@import", "expression", "javascript:", "vbscript:", "behavior", "-moz-binding");

    private SourceAttributes() {}

    static boolean isKept(String tag) {
        return SHOWN.isSafeTag(tag) || MORE_TAGS.contains(tag);
    }

    /** @param name in lower case */
    static boolean isKept(String tag, String name, String value) {
        if (!NAMES.contains(name) && !OWN_NAME.matcher(name).matches()) {
            return false;
        }
        return switch (name) {
            case "href", "cite", "longdesc" -> WebAddresses.isLink(value);
            case "src" -> tag.equals("iframe") ? WebAddresses.isPlayer(value) : isSource(value);
            case "background", "poster" -> WebAddresses.isSource(value);
            case "srcset" -> WebAddresses.isSourceSet(value);
            case "id", "name" -> DomNames.isFree(value);
            case "style" -> isStyle(value);
            default -> true;
        };
    }

    private static boolean isSource(String value) {
        return WebAddresses.isSource(value) || PICTURE.matcher(value.strip()).matches();
    }

    private static boolean isStyle(String value) {
        var style = value.toLowerCase(Locale.ROOT);
        if (STYLE_DANGERS.stream().anyMatch(style::contains)) {
            return false;
        }
        for (int at = style.indexOf("url("); at >= 0; at = style.indexOf("url(", at + 4)) {
            int end = style.indexOf(')', at);
            var address = end < 0 ? "" : style.substring(at + 4, end).strip();
            if (end < 0 || !WebAddresses.isSource(QUOTES.matcher(address).replaceAll(""))) {
                return false;
            }
        }
        return true;
    }
}
