package io.masthead.text;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.nodes.TextNode;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Takes away from HTML whatever is not on a short list; text of removed elements stays, scripts and
 * styles go with their text. Cleaning what was cleaned changes nothing. Each method refuses too
 * complex input with a {@link ContentTooComplexException}.
 */
public final class HtmlCleaner {

    /**
     * Removing a tag can change how the rest is read; ordinary content settles at the second round.
     */
    private static final int MAX_ROUNDS = 8;

    private HtmlCleaner() {}

    /** For posts, pages and descriptions: text, lists, tables, figures, media, known players. */
    public static String content(String html) {
        return clean(html, AllowedHtml.content());
    }

    /** For titles and captions: emphasis and the like, no links, no blocks. */
    public static String inline(String html) {
        return clean(html, AllowedHtml.inline());
    }

    /**
     * For comments: what WordPress allows there; links tell search engines that a guest wrote them.
     */
    public static String comment(String html) {
        return clean(html, AllowedHtml.comment());
    }

    static String clean(String html, Safelist allowed) {
        var cleaner = new Cleaner(allowed);
        var before = html;
        for (int round = 0; round < MAX_ROUNDS; round++) {
            var after = cleanOnce(before, cleaner);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        // Only markup made to confuse parsers is still moving: show its words and nothing else.
        return Entities.escape(PlainText.of(before));
    }

    private static String cleanOnce(String html, Cleaner cleaner) {
        var dirty = ParsedHtml.of(html);
        var clean = cleaner.clean(dirty);
        clean.outputSettings().prettyPrint(false);
        dropFramesWithoutPlayer(clean);
        dropLineBreaksThatParsersSkip(clean);
        keepOpenersApart(clean);
        return clean.body().html();
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

    /**
     * The first line break in a pre is not content, so each round of parsing would eat one more.
     */
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

    /** A page opened in a new tab must not reach back to the one it came from. */
    private static void keepOpenersApart(Document document) {
        for (Element link : document.select("a[target]")) {
            var rel = link.attr("rel");
            if (!(" " + rel + " ").contains(" noopener ")) {
                link.attr("rel", (rel + " noopener").strip());
            }
        }
    }
}
