package io.masthead.text;

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
        var html = HtmlCleaner.comment(ContentRenderer.render(source, format).html());
        var body = ParsedHtml.of(html).body();
        return new CommentContent(
                PlainText.of(html).isBlank() ? "" : html,
                body.select("a[href]").size(),
                depth(body, "blockquote"));
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
