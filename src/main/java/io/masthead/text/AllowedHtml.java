package io.masthead.text;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Safelist;

/** The elements and attributes that cleaned HTML keeps, as a jsoup safelist with our own checks of URLs. */
final class AllowedHtml extends Safelist {

    // Never changed after creation, so all threads share them.
    private static final Safelist CONTENT = contentList();
    private static final Safelist INLINE = inlineList();
    private static final Safelist COMMENT = commentList();

    private AllowedHtml() {}

    /**
     * For posts, pages and descriptions: no style, no name, no id except those of footnotes, no forms, no
     * scripts.
     */
    static Safelist content() {
        return CONTENT;
    }

    private static Safelist contentList() {
        var list = new AllowedHtml();
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
                .addAttributes(":all", "class", "dir", "lang", "title")
                .addAttributes("a", "href", "hreflang", "id", "rel", "role", "target")
                .addAttributes("audio", "controls", "loop", "muted", "preload", "src")
                .addAttributes("blockquote", "cite")
                .addAttributes("col", "span")
                .addAttributes("colgroup", "span")
                .addAttributes("del", "cite", "datetime")
                .addAttributes("details", "open")
                .addAttributes("iframe", "allowfullscreen", "height", "src", "width")
                .addAttributes("img", "alt", "decoding", "height", "loading", "sizes", "src", "srcset", "width")
                .addAttributes("ins", "cite", "datetime")
                .addAttributes("li", "id", "value")
                .addAttributes("ol", "reversed", "start", "type")
                .addAttributes("q", "cite")
                .addAttributes("section", "role")
                .addAttributes("source", "height", "media", "sizes", "src", "srcset", "type", "width")
                .addAttributes("td", "abbr", "align", "colspan", "rowspan", "valign")
                .addAttributes("th", "abbr", "align", "colspan", "rowspan", "scope", "valign")
                .addAttributes("time", "datetime")
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
        return list;
    }

    /** For titles and captions. */
    static Safelist inline() {
        return INLINE;
    }

    private static Safelist inlineList() {
        var list = new AllowedHtml();
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

    private static Safelist commentList() {
        var list = new AllowedHtml();
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
        return super.isSafeAttribute(tagName, el, attr) && isSafeValue(tagName, attr);
    }

    private static boolean isSafeValue(String tagName, Attribute attribute) {
        var value = attribute.getValue();
        return switch (attribute.getKey()) {
            case "href", "cite" -> WebAddresses.isLink(value);
            case "src" -> tagName.equals("iframe") ? WebAddresses.isEmbed(value) : WebAddresses.isSource(value);
            case "poster" -> WebAddresses.isSource(value);
            case "srcset" -> WebAddresses.isSourceSet(value);
            case "id" -> Footnotes.isId(value);
            case "role" -> Footnotes.isRole(value);
            case "target" -> value.equals("_blank");
            default -> true;
        };
    }
}
