package io.masthead.text;

/** Renders what authors write: one renderer for each format, for all surfaces. */
public final class ContentRenderer {

    /**
     * Stored HTML carries the number of the renderer that made it. It is raised by every change of
     * what any source renders to, titles and excerpts included; rows of older numbers are then
     * rendered again.
     */
    public static final int VERSION = 1;

    /** More elements than this in one content are refused. */
    public static final int MAX_ELEMENTS = 20_000;

    /** Elements nested deeper than this are refused. */
    public static final int MAX_DEPTH = 256;

    /** Longer sources, or sources that render to more than this, are refused. */
    public static final int MAX_CHARS = 4_000_000;

    private ContentRenderer() {}

    /**
     * Renders and cleans.
     *
     * @throws ContentTooComplexException if the content has more than {@link #MAX_ELEMENTS}
     *     elements, nests deeper than {@link #MAX_DEPTH}, has more than {@link #MAX_CHARS}
     *     characters, or is otherwise made to keep a parser busy
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
