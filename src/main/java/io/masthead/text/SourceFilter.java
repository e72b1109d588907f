package io.masthead.text;

import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Takes from what somebody has written what nobody may store: scripts, event handlers, addresses
 * that run something, frames that lead elsewhere than to a known player, forms. As with WordPress'
 * {@code kses} for roles without {@code unfiltered_html}, which is nobody here. Harmless text comes
 * out as it went in, to the byte: comments of blocks, code in Markdown, entities, quotes. Filtering
 * what was filtered changes nothing.
 *
 * <p>What is shown is cleaned again when it is rendered; this is for the source itself, which
 * editors' clients put into pages.
 */
public final class SourceFilter {

    private static final Pattern MARKUP = Pattern.compile("<[a-zA-Z/!?]");

    /** Ordinary texts settle at the second round; see {@link HtmlCleaner}. */
    private static final int MAX_ROUNDS = 8;

    private SourceFilter() {}

    /**
     * Never refuses: what is too complex to be told apart loses all its tags.
     *
     * @param source null stays null
     */
    public static String filter(String source, ContentFormat format) {
        if (source == null || source.indexOf('<') < 0 || !MARKUP.matcher(source).find()) {
            return source;
        }
        return switch (format) {
            case MARKDOWN -> settled(source, MarkdownSource::once);
            case HTML, WORDPRESS -> settled(source, SourceMarkup::once);
        };
    }

    /** Whatever looks like markup reads as words. */
    static String disarmed(String source) {
        return source.replace("<", "&lt;");
    }

    private static String settled(String source, UnaryOperator<String> once) {
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
            return disarmed(source);
        }
        // Only markup made to confuse parsers is still moving.
        return disarmed(before);
    }
}
