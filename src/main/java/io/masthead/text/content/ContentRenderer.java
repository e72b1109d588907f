package io.masthead.text.content;

import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.MarkdownContent;
import io.masthead.text.MarkupBudget;
import io.masthead.text.PlainText;
import io.masthead.text.wordpress.WordPressRendering;

/** Renders what authors write: one renderer for each format, for all surfaces. */
public final class ContentRenderer {

    /**
     * Stored HTML carries the number of the renderer that made it. It is raised by every change of
     * what any source renders to, titles and excerpts included; rows of older numbers are then
     * rendered again.
     */
    public static final int VERSION = 1;

    private ContentRenderer() {}

    /**
     * Renders and cleans.
     *
     * @throws ContentTooComplexException if the source, or what it renders to, is more than {@link MarkupBudget}
     *     allows
     */
    public static RenderedContent render(String source, ContentFormat format) {
        MarkupBudget.checkLength(source);
        var html = switch (format) {
            case MARKDOWN -> HtmlCleaner.content(MarkdownContent.html(source));
            case HTML -> HtmlCleaner.content(source);
            case WORDPRESS -> WordPressRendering.content(source);
        };
        return new RenderedContent(html, PlainText.of(html));
    }

    /** The HTML alone, in which footnotes are words as they were written. */
    static String withoutNotes(String source, ContentFormat format) {
        if (format != ContentFormat.MARKDOWN) {
            return render(source, format).html();
        }
        MarkupBudget.checkLength(source);
        return HtmlCleaner.content(MarkdownContent.htmlWithoutNotes(source));
    }
}
