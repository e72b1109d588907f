package io.masthead.post;

import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.PlainText;
import io.masthead.text.TextLength;
import io.masthead.text.content.ContentRenderer;
import io.masthead.text.content.Excerpt;
import io.masthead.text.content.RenderedContent;
import io.masthead.text.wordpress.WordPressRendering;
import org.jsoup.nodes.Entities;

/**
 * The rendered content and excerpt of a post, made when the post is written.
 *
 * @param content the whole text
 * @param firstPage HTML of the text up to the author's first page break; null if there is none
 * @param excerpt plain text, written or derived
 * @param excerptHtml the excerpt as WordPress shows it
 * @param feedExcerpt the excerpt as HTML for WordPress' feeds
 */
public record RenderedPost(
        RenderedContent content, String firstPage, String excerpt, String excerptHtml, String feedExcerpt) {

    /** Of an empty post. */
    public static final RenderedPost EMPTY = new RenderedPost(new RenderedContent("", ""), null, "", "", "");

    /**
     * Renders a post.
     *
     * @param excerptSource as it was written; null if the excerpt is derived
     * @throws ContentTooComplexException as {@link ContentRenderer#render}
     */
    public static RenderedPost of(String source, ContentFormat format, String excerptSource) {
        return of(source, format, excerptSource, ContentRenderer.render(source, format));
    }

    /** How long the content is. */
    TextLength length() {
        return TextLength.of(content.text());
    }

    /**
     * As {@link #of(String, ContentFormat, String)}, with content that has already been rendered.
     *
     * @throws ContentTooComplexException for an excerpt that is too expensive to clean
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
        // A part may be too complex although the whole was not.
        var firstPage = WordPressRendering.orElse(() -> WordPressRendering.firstPage(source), content.html());
        try {
            var excerpts = WordPressRendering.excerpts(excerptSource, source);
            return new RenderedPost(content, firstPage, excerpt, excerpts.html(), excerpts.feed());
        } catch (ContentTooComplexException e) {
            return new RenderedPost(content, firstPage, excerpt, paragraph(excerpt), Entities.escape(excerpt));
        }
    }

    /**
     * For a text that {@link #of(String, ContentFormat, String)} refuses but an earlier renderer accepted.
     *
     * @param content the output of the earlier renderer
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
     * @param words the number of words to take from the text if no excerpt was written
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
