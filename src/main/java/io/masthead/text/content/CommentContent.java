package io.masthead.text.content;

import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.MarkupBudget;
import io.masthead.text.ParsedHtml;
import io.masthead.text.PlainText;
import io.masthead.text.wordpress.ClickableText;
import io.masthead.text.wordpress.WordPressRendering;
import org.jsoup.nodes.Element;

/**
 * A rendered comment: few tags, and paragraphs.
 *
 * @param html clean HTML; empty if nothing is left
 * @param links the number of links
 * @param quoteDepth the depth of nested quotes; 0 without any
 */
public record CommentContent(String html, int links, int quoteDepth) {

    /** @throws ContentTooComplexException as {@link ContentRenderer#render} */
    public static CommentContent render(String source, ContentFormat format) {
        return render(source, format, false);
    }

    /**
     * As {@link #render(String, ContentFormat)}.
     *
     * @param isImported whether another site has shown it, and so headings, lists and tables stay
     * @throws ContentTooComplexException as {@link ContentRenderer#render}
     */
    public static CommentContent render(String source, ContentFormat format, boolean isImported) {
        var html = html(source, format, isImported);
        var body = ParsedHtml.of(html).body();
        return new CommentContent(PlainText.of(html).isBlank() ? "" : html, links(html), depth(body, "blockquote"));
    }

    /**
     * The HTML to show. Footnotes stay text, since a thread has no place for them.
     *
     * @throws ContentTooComplexException as {@link ContentRenderer#render}
     */
    public static String html(String source, ContentFormat format) {
        return html(source, format, false);
    }

    /**
     * The HTML to show, as {@link #render(String, ContentFormat, boolean)}.
     *
     * @throws ContentTooComplexException as {@link ContentRenderer#render}
     */
    public static String html(String source, ContentFormat format, boolean isImported) {
        MarkupBudget.check(source);
        if (format == ContentFormat.WORDPRESS) {
            return isImported ? WordPressRendering.importedComment(source) : WordPressRendering.comment(source);
        }
        return HtmlCleaner.comment(ContentRenderer.withoutNotes(source, format));
    }

    /** Includes bare URLs that become links when the comment is read. */
    private static int links(String html) {
        return ParsedHtml.of(ClickableText.of(html)).body().select("a[href]").size();
    }

    private static int depth(Element body, String tag) {
        int deepest = 0;
        for (var innermost : body.select(tag)) {
            int own = 1;
            for (var around : innermost.parents()) {
                own += around.normalName().equals(tag) ? 1 : 0;
            }
            deepest = Math.max(deepest, own);
        }
        return deepest;
    }
}
