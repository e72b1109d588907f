package io.masthead.text;

import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** The elements and attributes that cleaned HTML keeps, as a jsoup safelist with our own checks of URLs. */
final class AllowedHtml extends Safelist {

    private static final Pattern OWN_NAME = Pattern.compile("(?:aria|data)-[a-z0-9][a-z0-9_.-]*+");
    /** What a player needs; no camera, place or screen, and only for its own origin. */
    private static final Pattern PERMISSIONS = Pattern.compile("(?:\\s*+(?:accelerometer|autoplay|clipboard-write"
            + "|encrypted-media|fullscreen|gyroscope|picture-in-picture|web-share)\\s*+;?+)*+");

    private static final Pattern ROLE = Pattern.compile("[a-z]++(?:[ -][a-z]++){0,20}+");
    private static final Pattern WORD = Pattern.compile("[a-zA-Z]{1,20}+");
    private static final Pattern COLOR = Pattern.compile("#?[a-zA-Z0-9]{1,30}+");
    private static final Pattern FACE = Pattern.compile("[a-zA-Z0-9 ,'\"-]{1,200}+");
    private static final Pattern SIZE = Pattern.compile("[+-]?[0-9]{1,6}+(?:\\.[0-9]{1,3}+)?+(?:%|px)?+");

    private static final String[] ALIGNED = {
        "caption",
        "col",
        "colgroup",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "hr",
        "img",
        "p",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr"
    };

    // Never changed after creation, so all threads share them.
    private static final Safelist CONTENT = contentList();
    private static final Safelist INLINE = inlineList();
    private static final Safelist CAPTION = captionList();
    private static final Safelist COMMENT = commentList();
    private static final Safelist COMMENT_WITH_LISTS = commentWithLists();
    private static final Safelist IMPORTED_COMMENT = importedComment();

    private final boolean keepsOwnNames;

    /** @param keepsOwnNames whether elements keep {@code aria-*} and {@code data-*} */
    private AllowedHtml(boolean keepsOwnNames) {
        this.keepsOwnNames = keepsOwnNames;
    }

    /** For posts, pages and descriptions: no forms, no scripts; ids, names and styles are checked. */
    static Safelist content() {
        return CONTENT;
    }

    private static Safelist contentList() {
        var list = new AllowedHtml(true);
        list.addTags(
                        "a",
                        "abbr",
                        "acronym",
                        "address",
                        "article",
                        "aside",
                        "audio",
                        "b",
                        "bdi",
                        "bdo",
                        "big",
                        "blockquote",
                        "br",
                        "caption",
                        "center",
                        "cite",
                        "code",
                        "col",
                        "colgroup",
                        "dd",
                        "del",
                        "details",
                        "dfn",
                        "div",
                        "dl",
                        "dt",
                        "em",
                        "figcaption",
                        "figure",
                        "font",
                        "footer",
                        "h1",
                        "h2",
                        "h3",
                        "h4",
                        "h5",
                        "h6",
                        "header",
                        "hgroup",
                        "hr",
                        "i",
                        "iframe",
                        "img",
                        "ins",
                        "kbd",
                        "li",
                        "main",
                        "mark",
                        "nav",
                        "ol",
                        "p",
                        "picture",
                        "pre",
                        "q",
                        "rb",
                        "rp",
                        "rt",
                        "rtc",
                        "ruby",
                        "s",
                        "samp",
                        "section",
                        "small",
                        "source",
                        "span",
                        "strike",
                        "strong",
                        "sub",
                        "summary",
                        "sup",
                        "table",
                        "tbody",
                        "td",
                        "tfoot",
                        "th",
                        "thead",
                        "time",
                        "tr",
                        "track",
                        "tt",
                        "u",
                        "ul",
                        "var",
                        "video",
                        "wbr")
                .addAttributes(":all", "class", "dir", "id", "lang", "role", "style", "title")
                .addAttributes("a", "download", "href", "hreflang", "name", "rel", "target")
                .addAttributes("audio", "controls", "loop", "muted", "preload", "src")
                .addAttributes("blockquote", "cite")
                .addAttributes("col", "span", "valign", "width")
                .addAttributes("colgroup", "span", "valign", "width")
                .addAttributes("del", "cite", "datetime")
                .addAttributes("details", "open")
                .addAttributes("font", "color", "face", "size")
                .addAttributes("hr", "noshade", "size", "width")
                .addAttributes(
                        "iframe",
                        "allow",
                        "allowfullscreen",
                        "frameborder",
                        "height",
                        "referrerpolicy",
                        "scrolling",
                        "src",
                        "width")
                .addAttributes("img", "alt", "decoding", "height", "loading", "sizes", "src", "srcset", "width")
                .addAttributes("ins", "cite", "datetime")
                .addAttributes("li", "value")
                .addAttributes("ol", "reversed", "start", "type")
                .addAttributes("q", "cite")
                .addAttributes("source", "height", "media", "sizes", "src", "srcset", "type", "width")
                .addAttributes(
                        "table",
                        "bgcolor",
                        "border",
                        "cellpadding",
                        "cellspacing",
                        "frame",
                        "rules",
                        "summary",
                        "width")
                .addAttributes("tbody", "valign")
                .addAttributes(
                        "td", "abbr", "bgcolor", "colspan", "headers", "height", "nowrap", "rowspan", "valign", "width")
                .addAttributes("tfoot", "valign")
                .addAttributes(
                        "th", "abbr", "bgcolor", "colspan", "headers", "height", "nowrap", "rowspan", "scope", "valign",
                        "width")
                .addAttributes("thead", "valign")
                .addAttributes("time", "datetime")
                .addAttributes("tr", "bgcolor", "valign")
                .addAttributes("track", "default", "kind", "label", "src", "srclang")
                .addAttributes("ul", "type")
                .addAttributes(
                        "video",
                        "controls",
                        "height",
                        "loop",
                        "muted",
                        "playsinline",
                        "poster",
                        "preload",
                        "src",
                        "width")
                .addEnforcedAttribute("iframe", "loading", "lazy")
                .addEnforcedAttribute(
                        "iframe", "sandbox", "allow-scripts allow-same-origin allow-popups allow-presentation");
        for (var name : ALIGNED) {
            list.addAttributes(name, "align");
        }
        return list;
    }

    /** For captions: as titles, and with links. */
    static Safelist caption() {
        return CAPTION;
    }

    private static Safelist captionList() {
        return inlineList().addTags("a", "br").addAttributes("a", "href", "hreflang", "rel", "target", "title");
    }

    /** For titles. */
    static Safelist inline() {
        return INLINE;
    }

    private static Safelist inlineList() {
        var list = new AllowedHtml(false);
        list.addTags(
                        "abbr", "b", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "s", "span", "strong", "sub",
                        "sup")
                .addAttributes(":all", "dir", "lang")
                .addAttributes("abbr", "title");
        return list;
    }

    /** What WordPress allows guests in a comment, plus paragraphs and line breaks. */
    static Safelist comment() {
        return COMMENT;
    }

    /** For comments written here: lists and code, too, which Markdown makes. */
    static Safelist commentWithListsAndCode() {
        return COMMENT_WITH_LISTS;
    }

    /** For comments that another site has shown already: headings and tables, too. */
    static Safelist commentOfImport() {
        return IMPORTED_COMMENT;
    }

    private static AllowedHtml commentWithLists() {
        var list = commentList();
        list.addTags("li", "ol", "pre", "ul").addAttributes("ol", "start");
        return list;
    }

    private static AllowedHtml importedComment() {
        var list = commentWithLists();
        list.addTags(
                        "caption", "dd", "dl", "dt", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "ins", "sub", "sup",
                        "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u")
                .addAttributes("td", "colspan", "rowspan")
                .addAttributes("th", "colspan", "rowspan", "scope");
        return list;
    }

    private static AllowedHtml commentList() {
        var list = new AllowedHtml(false);
        list.addTags(
                        "a",
                        "abbr",
                        "acronym",
                        "b",
                        "blockquote",
                        "br",
                        "cite",
                        "code",
                        "del",
                        "em",
                        "i",
                        "p",
                        "q",
                        "s",
                        "strike",
                        "strong")
                .addAttributes("a", "href", "title")
                .addAttributes("abbr", "title")
                .addAttributes("acronym", "title")
                .addAttributes("blockquote", "cite")
                .addAttributes("del", "datetime")
                .addAttributes("q", "cite")
                .addEnforcedAttribute("a", "rel", "nofollow ugc");
        return list;
    }

    @Override
    public boolean isSafeAttribute(String tagName, Element el, Attribute attr) {
        return (keepsOwnNames && OWN_NAME.matcher(attr.getKey()).matches())
                || (super.isSafeAttribute(tagName, el, attr) && isSafeValue(tagName, attr));
    }

    private static boolean isSafeValue(String tagName, Attribute attribute) {
        var value = attribute.getValue();
        return switch (attribute.getKey()) {
            case "href", "cite" -> WebAddresses.isLink(value);
            case "src" -> tagName.equals("iframe") ? WebAddresses.isEmbed(value) : WebAddresses.isSource(value);
            case "poster" -> WebAddresses.isSource(value);
            case "srcset" -> WebAddresses.isSourceSet(value);
            case "id", "name" -> DomNames.isFree(value);
            case "style" -> StyleRules.areSafe(tagName, value);
            case "allow" -> PERMISSIONS.matcher(value).matches();
            case "role" -> ROLE.matcher(value).matches();
            case "target" -> value.equals("_blank");
            case "align", "valign", "frame", "rules" -> WORD.matcher(value).matches();
            case "bgcolor", "color" -> COLOR.matcher(value).matches();
            case "face" -> FACE.matcher(value).matches();
            case "size", "border", "cellpadding", "cellspacing" ->
                SIZE.matcher(value).matches();
            default -> true;
        };
    }
}
