package io.masthead.post;

import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.PlainText;
import io.masthead.text.content.ContentRenderer;
import io.masthead.text.content.Excerpt;
import io.masthead.text.content.RenderedContent;
import io.masthead.text.wordpress.WordPressRendering;
import org.jsoup.nodes.Entities;

/**
 * What readers get of a post's content and excerpt, made when the post is written.
 *
 * @param content the whole text
 * @param firstPage HTML of the text up to the author's first page break; null where there is none
 * @param excerpt plain text, written or derived
 * @param excerptHtml the excerpt as WordPress shows it
 * @param feedExcerpt the excerpt as WordPress' feeds have it, HTML
 */
public record RenderedPost(
        RenderedContent content, String firstPage, String excerpt, String excerptHtml, String feedExcerpt) {

    /** Of a post that says nothing. */
    public static final RenderedPost EMPTY = new RenderedPost(new RenderedContent("", ""), null, "", "", "");

    /**
     * Renders a post.
     *
     * @param excerptSource as it was written; null where the excerpt is derived
     * @throws ContentTooComplexException as {@link ContentRenderer#render}
     */
    public static RenderedPost of(String source, ContentFormat format, String excerptSource) {
        return of(source, format, excerptSource, ContentRenderer.render(source, format));
    }

    /**
     * As {@link #of(String, ContentFormat, String)}, with the content rendered before.
     *
     * @throws ContentTooComplexException for an excerpt that costs too much to clean
     */
    static RenderedPost of(String source, ContentFormat format, String excerptSource, RenderedContent content) {
        var excerpt = excerptSource == null
                ? Excerpt.derive(source, content)
                : PlainText.of(HtmlCleaner.inline(excerptSource));
        if (format == ContentFormat.WORDPRESS) {
            return ofWordPress(source, excerptSource, content, excerpt);
        }
        return new RenderedPost(
                content,
                null,
                excerpt,
                excerptHtml(source, format, content.html(), excerptSource, excerpt, WordPressRendering.EXCERPT_WORDS),
                Entities.escape(excerpt));
    }

    private static RenderedPost ofWordPress(
            String source, String excerptSource, RenderedContent content, String excerpt) {
        // What was simple enough as a whole may be too complex in part.
        var firstPage = WordPressRendering.orElse(() -> WordPressRendering.firstPage(source), content.html());
        try {
            var excerpts = WordPressRendering.excerpts(excerptSource, source);
            return new RenderedPost(content, firstPage, excerpt, excerpts.html(), excerpts.feed());
        } catch (ContentTooComplexException e) {
            return new RenderedPost(content, firstPage, excerpt, paragraph(excerpt), Entities.escape(excerpt));
        }
    }

    /**
     * Of a text that {@link #of(String, ContentFormat, String)} refuses but an earlier renderer took.
     *
     * @param content as the earlier one made it
     */
    static RenderedPost ofRefused(RenderedContent content, String source, ContentFormat format, String excerptSource) {
        try {
            return of(source, format, excerptSource, content);
        } catch (ContentTooComplexException e) {
            var excerpt = excerptSource == null ? "" : excerptSource.strip();
            return new RenderedPost(content, null, excerpt, paragraph(excerpt), Entities.escape(excerpt));
        }
    }

    /**
     * The excerpt as WordPress shows it.
     *
     * @param words how many words to take of the text where nobody wrote an excerpt
     */
    static String excerptHtml(
            String source, ContentFormat format, String html, String excerptSource, String excerpt, int words) {
        return WordPressRendering.orElse(
                () -> WordPressRendering.excerpt(
                        excerptSource, format == ContentFormat.WORDPRESS ? source : Excerpt.withoutNotes(html), words),
                paragraph(excerpt));
    }

    private static String paragraph(String excerpt) {
        return "<p>" + Entities.escape(excerpt) + "</p>\n";
    }
}
