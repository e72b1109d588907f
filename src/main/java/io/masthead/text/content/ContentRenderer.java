package io.masthead.text.content;

import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.EmbeddedPlayers;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.MarkdownContent;
import io.masthead.text.MarkupBudget;
import io.masthead.text.PlainText;
import io.masthead.text.wordpress.WordPressRendering;

/** Renders what authors write: one renderer per format, for all surfaces. */
public final class ContentRenderer {

    /**
     * Stored HTML carries the version of the renderer that made it. Every change of the output for any source,
     * including titles and excerpts, must increase it; rows of older versions are then rendered again.
     */
    public static final int VERSION = 3;

    private ContentRenderer() {}

    /**
     * Renders and cleans.
     *
     * @throws ContentTooComplexException if the source or its output exceeds the limits of {@link MarkupBudget}
     */
    public static RenderedContent render(String source, ContentFormat format) {
        MarkupBudget.checkLength(source);
        var html = switch (format) {
            case MARKDOWN -> HtmlCleaner.content(EmbeddedPlayers.inParagraphs(MarkdownContent.html(source)));
            case HTML -> HtmlCleaner.content(EmbeddedPlayers.inParagraphs(source));
            case WORDPRESS -> WordPressRendering.content(source);
        };
        return new RenderedContent(html, PlainText.of(html));
    }

    /** The HTML only, without players, and with footnotes as they were written. */
    static String withoutNotes(String source, ContentFormat format) {
        MarkupBudget.checkLength(source);
        return switch (format) {
            case MARKDOWN -> HtmlCleaner.content(MarkdownContent.htmlWithoutNotes(source));
            case HTML -> HtmlCleaner.content(source);
            case WORDPRESS -> WordPressRendering.content(source);
        };
    }
}
