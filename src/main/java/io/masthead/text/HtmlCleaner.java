package io.masthead.text;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Removes everything from HTML that is not on a safelist; the text of removed elements stays, except for
 * scripts and styles. Cleaning is idempotent. Each method refuses HTML that is too complex with a {@link
 * ContentTooComplexException}.
 */
public final class HtmlCleaner {

    /** Removing a tag can change how the rest is parsed; ordinary content is stable after the second round. */
    private static final int MAX_ROUNDS = 8;

    private HtmlCleaner() {}

    /** For posts, pages and descriptions: text, lists, tables, figures, media, known players. */
    public static String content(String html) {
        return clean(html, AllowedHtml.content());
    }

    /** For captions: emphasis and links, no blocks. */
    public static String caption(String html) {
        return clean(html, AllowedHtml.caption());
    }

    /** For titles: emphasis and the like, no links, no blocks. */
    public static String inline(String html) {
        return clean(html, AllowedHtml.inline());
    }

    /**
     * For comments: what WordPress allows there, and lists and code; headings become paragraphs. Links are marked
     * as user-generated for search engines.
     */
    public static String comment(String html) {
        return clean(html, AllowedHtml.commentWithListsAndCode());
    }

    static String clean(String html, Safelist allowed) {
        var cleaner = new Cleaner(allowed);
        boolean keepsHeadings = allowed != AllowedHtml.commentWithListsAndCode();
        var before = html;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            var after = cleanOnce(before, cleaner, keepsHeadings);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        // Only markup made to confuse parsers still changes: show its text only.
        return Entities.escape(PlainText.of(before));
    }

    private static String cleanOnce(String html, Cleaner cleaner, boolean keepsHeadings) {
        var dirty = ParsedHtml.of(html);
        cleanStyles(dirty);
        if (!keepsHeadings) {
            dirty.select("h1, h2, h3, h4, h5, h6").forEach(heading -> heading.tagName("p"));
        }
        var clean = cleaner.clean(dirty);
        clean.outputSettings().prettyPrint(false);
        dropFramesWithoutPlayer(clean);
        dropLineBreaksThatParsersSkip(clean);
        keepOpenersApart(clean);
        return clean.body().html();
    }

    /** A safelist keeps or drops a whole attribute, but a style may lose some of its declarations. */
    private static void cleanStyles(Document document) {
        for (var element : document.select("[style]")) {
            var style = StyleRules.clean(element.normalName(), element.attr("style"));
            if (style.isEmpty()) {
                element.removeAttr("style");
            } else {
                element.attr("style", style);
            }
        }
    }

    private static void dropFramesWithoutPlayer(Document document) {
        for (var frame : document.select("iframe")) {
            if (frame.hasAttr("src")) {
                frame.empty();
            } else {
                frame.remove();
            }
        }
    }

    /** Parsers drop the first line break in a pre, so each round would remove another one. */
    private static void dropLineBreaksThatParsersSkip(Document document) {
        for (var pre : document.select("pre")) {
            if (pre.childNodeSize() > 0 && pre.childNode(0) instanceof TextNode text) {
                var words = text.getWholeText();
                int i = 0;
                while (i < words.length() && (words.charAt(i) == '\n' || words.charAt(i) == '\r')) {
                    i++;
                }
                text.text(words.substring(i));
            }
        }
    }

    /** A page opened in a new tab must not control the one it was opened from. */
    private static void keepOpenersApart(Document document) {
        for (Element link : document.select("a[target]")) {
            var rel = link.attr("rel");
            if (!(" " + rel + " ").contains(" noopener ")) {
                link.attr("rel", (rel + " noopener").strip());
            }
        }
    }
}
