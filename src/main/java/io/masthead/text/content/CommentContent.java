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
 * Renders what a reader writes: the few tags that comments may hold, and paragraphs.
 *
 * @param html rendered and cleaned; empty where nothing is left
 * @param links how many links are in it
 * @param quoteDepth how deep quotes are nested in it; 0 without any
 */
public record CommentContent(String html, int links, int quoteDepth) {

    /**
     * @throws ContentTooComplexException as {@link ContentRenderer#render}
     */
    public static CommentContent render(String source, ContentFormat format) {
        var html = html(source, format);
        var body = ParsedHtml.of(html).body();
        return new CommentContent(PlainText.of(html).isBlank() ? "" : html, links(html), depth(body, "blockquote"));
    }

    /**
     * What is shown of it. Footnotes stay words: a thread has no place to show them at.
     *
     * @throws ContentTooComplexException as {@link ContentRenderer#render}
     */
    public static String html(String source, ContentFormat format) {
        MarkupBudget.check(source);
        return format == ContentFormat.WORDPRESS
                ? WordPressRendering.comment(source)
                : HtmlCleaner.comment(ContentRenderer.withoutNotes(source, format));
    }

    /** Those too that are made of bare addresses where it is read. */
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
