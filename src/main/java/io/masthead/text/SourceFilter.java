package io.masthead.text;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Removes from a source what nobody may store: scripts, event handlers, URLs that run code, frames other than
 * known players, forms. This corresponds to WordPress' {@code kses} for roles without {@code unfiltered_html},
 * which no role has here. Harmless text stays unchanged byte by byte: block comments, code in Markdown,
 * entities, quotes. Filtering is idempotent.
 *
 * <p>Rendered HTML is cleaned as well; this is for the source itself, which editing clients put into pages.
 */
public final class SourceFilter {

    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!?]");

    /** Ordinary texts are stable after the second round; see {@link HtmlCleaner}. */
    private static final int MAX_ROUNDS = 8;

    private SourceFilter() {}

    /**
     * Never refuses: all tags are escaped in text that is too complex.
     *
     * @param source null stays null
     */
    public static String filter(String source, ContentFormat format) {
        if (source == null || source.indexOf('<') < 0 || !MARKUP.matcher(source).find()) {
            return source;
        }
        return switch (format) {
            case MARKDOWN -> repeatUntilStable(source, MarkdownSource::once);
            case HTML, WORDPRESS -> repeatUntilStable(source, SourceMarkup::once);
        };
    }

    /** Escapes everything that looks like markup. */
    static String escaped(String source) {
        return source.replace("<", "&lt;");
    }

    private static String repeatUntilStable(String source, UnaryOperator<String> once) {
        var before = source;
        try {
            for (int round = 0; round < MAX_ROUNDS; round++) {
                var after = once.apply(before);
                if (after.equals(before)) {
                    return after;
                }
                before = after;
            }
        } catch (ContentTooComplexException | StackOverflowError e) {
            return escaped(source);
        }
        // Only markup made to confuse parsers still changes.
        return escaped(before);
    }
}
