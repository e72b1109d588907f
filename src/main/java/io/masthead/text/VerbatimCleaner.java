package io.masthead.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Removes from HTML what {@link HtmlCleaner} removes, but keeps the rest as it was written: entities, quotes,
 * {@code <br />}. The result contains only well-formed start tags, attributes and comments. It is verified by a
 * parser; if the parser would change anything, the parser's output is used instead.
 */
public final class VerbatimCleaner {

    /** Elements that are removed with their content. */
    private static final Set<String> SILENT = Set.of("script", "style", "iframe", "noembed", "noframes", "xmp");

    /** Elements with optional end tags, and void elements. */
    private static final Set<String> LEFT_OPEN = Set.of(
            "p",
            "li",
            "dt",
            "dd",
            "tr",
            "td",
            "th",
            "thead",
            "tbody",
            "tfoot",
            "colgroup",
            "rb",
            "rt",
            "rtc",
            "rp",
            "br",
            "col",
            "hr",
            "img",
            "source",
            "track",
            "wbr");

    private static final Set<String> VOID = Set.of("br", "col", "hr", "img", "source", "track", "wbr");

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_.-]*+");
    private static final Pattern PLAIN_TAG = Pattern.compile("<[a-zA-Z][a-zA-Z0-9]*+\\s*+/?>");
    private static final Pattern PLAIN_END = Pattern.compile("\\s*+/?>");

    private final Safelist allowed;
    private final boolean keepsRemarks;
    private final MarkupTokens tokens;
    private final StringBuilder html;
    private final Map<String, Integer> open = new HashMap<>();
    private final List<String> opened = new ArrayList<>();

    private VerbatimCleaner(String html, Safelist allowed, boolean keepsRemarks) {
        this.allowed = allowed;
        this.keepsRemarks = keepsRemarks;
        this.tokens = new MarkupTokens(html);
        this.html = new StringBuilder(html.length() + 16);
    }

    /** As {@link HtmlCleaner#content}; harmless comments stay. */
    public static String content(String html) {
        return clean(html, AllowedHtml.content(), true);
    }

    /** As {@link HtmlCleaner#inline}. */
    public static String inline(String html) {
        return clean(html, AllowedHtml.inline(), false);
    }

    /** For comments: what WordPress allows there; links are marked as in {@link HtmlCleaner#comment}. */
    public static String comment(String html) {
        return clean(html, AllowedHtml.comment(), false);
    }

    /** As {@link #comment}, for one that another site has shown: headings, lists, tables and code stay. */
    public static String importedComment(String html) {
        return clean(html, AllowedHtml.commentOfImport(), false);
    }

    private static String clean(String html, Safelist allowed, boolean keepsRemarks) {
        var clean = new VerbatimCleaner(html, allowed, keepsRemarks).clean();
        // A comment between two tags changes nothing, but jsoup's cleaner would remove it.
        var checked = clean.contains("<!--") ? new VerbatimCleaner(html, allowed, false).clean() : clean;
        return isClean(checked, allowed) ? clean : HtmlCleaner.clean(clean, allowed);
    }

    private static boolean isClean(String html, Safelist allowed) {
        if (html.indexOf('<') < 0) {
            return true;
        }
        var document = ParsedHtml.of(html);
        var clean = new Cleaner(allowed).clean(document);
        clean.outputSettings().prettyPrint(false);
        document.body().forEachNode(VerbatimCleaner::declareValues);
        clean.body().forEachNode(VerbatimCleaner::declareValues);
        return clean.body().html().equals(document.body().html());
    }

    /** A missing and an empty value are written differently, and mean the same. */
    private static void declareValues(Node node) {
        for (var attribute : node.attributes()) {
            if (!attribute.hasDeclaredValue()) {
                attribute.setValue("");
            }
        }
    }

    private String clean() {
        while (tokens.next()) {
            switch (tokens.kind()) {
                case TEXT -> html.append(tokens.text().replace("<", "&lt;"));
                case COMMENT -> remark(tokens.text());
                case OPEN -> open(tokens.name(), tokens.text());
                case CLOSE -> close(tokens.name());
            }
        }
        for (int i = opened.size() - 1; i >= 0; i--) {
            close(opened.get(i));
        }
        return html.toString();
    }

    /** WordPress' markers for teasers and pages, and authors' own notes. */
    private void remark(String comment) {
        if (!keepsRemarks || !comment.startsWith("<!--") || comment.length() < 8) {
            return;
        }
        var words = comment.substring(4, comment.length() - 3);
        if (comment.endsWith("-->")
                && !words.startsWith("-")
                && !words.endsWith("-")
                && !words.contains("--")
                && words.indexOf('<') < 0
                && words.indexOf('>') < 0) {
            html.append(comment);
        }
    }

    private void open(String name, String tag) {
        if (SILENT.contains(name)) {
            if (allowed.isSafeTag(name)) {
                frame(name, tag);
            }
            skipContent(name);
        } else if (allowed.isSafeTag(name) && tag.endsWith(">")) {
            html.append(cleaned(name, tag, TagAttributes.of(tag)));
            open.merge(name, 1, Integer::sum);
            if (!LEFT_OPEN.contains(name)) {
                opened.add(name);
            }
        }
    }

    private void frame(String name, String tag) {
        var attributes = TagAttributes.of(tag);
        if (attributes.stream().anyMatch(a -> a.name().equals("src") && isSafe(name, a))) {
            html.append(cleaned(name, tag, attributes))
                    .append("</")
                    .append(name)
                    .append('>');
        }
    }

    private void skipContent(String name) {
        boolean more = true;
        while (more
                && !(tokens.kind() == MarkupTokens.Kind.CLOSE && tokens.name().equals(name))) {
            more = tokens.next();
        }
    }

    /** An unmatched end tag could close an element of the surrounding page. */
    private void close(String name) {
        if (VOID.contains(name) || !allowed.isSafeTag(name)) {
            return;
        }
        int left = open.getOrDefault(name, 0);
        // WordPress leaves unmatched ends of paragraphs; they cannot close a block.
        if (left > 0 || name.equals("p")) {
            html.append("</").append(name).append('>');
            open.put(name, Math.max(0, left - 1));
        }
    }

    private String cleaned(String name, String tag, List<TagAttributes.Attribute> attributes) {
        var kept = attributes.stream()
                .map(attribute -> withCleanStyle(name, attribute))
                .filter(attribute -> isSafe(name, attribute))
                .toList();
        var enforced = new ArrayList<Attribute>();
        for (var attribute : allowed.getEnforcedAttributes(name)) {
            if (kept.stream().noneMatch(a -> a.name().equals(attribute.getKey()))) {
                enforced.add(attribute);
            }
        }
        if (enforced.isEmpty() && kept.equals(attributes) && isPlain(tag, kept)) {
            return tag;
        }
        var clean = new StringBuilder("<").append(name);
        for (var attribute : kept) {
            clean.append(' ')
                    .append(attribute.isPlain() ? attribute.written() : written(attribute.name(), attribute.value()));
        }
        for (var attribute : enforced) {
            clean.append(' ').append(written(attribute.getKey(), attribute.getValue()));
        }
        return clean.append(ending(tag)).toString();
    }

    private static TagAttributes.Attribute withCleanStyle(String tag, TagAttributes.Attribute attribute) {
        if (!attribute.name().equals("style") || StyleRules.areSafe(tag, attribute.value())) {
            return attribute;
        }
        var style = StyleRules.clean(tag, attribute.value());
        // Without a safe declaration it stays as it was, and is refused.
        return style.isEmpty() ? attribute : attribute.withValue(style);
    }

    private static String ending(String tag) {
        return tag.endsWith(" />") ? " />" : tag.endsWith("/>") ? "/>" : ">";
    }

    private boolean isSafe(String name, TagAttributes.Attribute attribute) {
        return NAME.matcher(attribute.name()).matches()
                && allowed.isSafeAttribute(name, new Element(name), new Attribute(attribute.name(), attribute.value()));
    }

    private static boolean isPlain(String tag, List<TagAttributes.Attribute> attributes) {
        int end = attributes.isEmpty()
                ? -1
                : attributes.get(attributes.size() - 1).end();
        return attributes.stream().allMatch(TagAttributes.Attribute::isPlain)
                && (end < 0 ? PLAIN_TAG.matcher(tag) : PLAIN_END.matcher(tag).region(end, tag.length())).matches();
    }

    private static String written(String name, String value) {
        return name
                + "=\""
                + value.replace("&", "&amp;")
                        .replace("\"", "&quot;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                + '"';
    }
}
