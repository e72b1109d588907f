package io.masthead.comment;

import io.masthead.kernel.Violations;
import io.masthead.kernel.WordSearch;
import io.masthead.text.ContentFormat;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.PlainText;
import io.masthead.text.TextRules;
import io.masthead.text.VisibleText;
import io.masthead.text.content.CommentContent;
import java.nio.charset.StandardCharsets;

/** Validates and renders the text of a comment. */
public final class CommentText {

    /** WordPress' limit. */
    public static final int MAX_BYTES = 65_525;

    static final int MAX_LINKS = 100;
    static final int MAX_QUOTE_DEPTH = 10;

    private CommentText() {}

    /**
     * What searches compare: the source, since moderators search for URLs and markup, and its plain text if
     * markup separates words.
     */
    public static String searchText(String source, String html) {
        var written = WordSearch.folded(source);
        try {
            var said = WordSearch.folded(PlainText.of(html));
            return written.contains(said) ? written : written + "\n" + said;
        } catch (ContentTooComplexException e) {
            return written; // an imported text, which was simple enough to clean, may be too complex here
        }
    }

    /**
     * Null if the text breaks a rule, which is added to the violations.
     *
     * @param format null if the client sent an unknown one
     * @param isImported as in {@link CommentContent#render(String, ContentFormat, boolean)}
     */
    static CommentContent check(String source, ContentFormat format, boolean isImported, Violations violations) {
        violations.require(format != null, "format", "not_in_enum", "'format' must be one of markdown, html.");
        if (source == null || !VisibleText.isIn(source)) {
            violations.add("text", "required", "'text' must contain visible text.");
            return null;
        }
        if (!TextRules.isStorable(source) || VisibleText.hasControls(source)) {
            violations.add(
                    "text", "invalid_characters", "'text' must not contain control characters or lone surrogates.");
            return null;
        }
        if (VisibleText.turnsDirection(source)) {
            violations.add(
                    "text", "invalid_characters", "'text' must not contain characters that change the text direction.");
            return null;
        }
        if (source.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            violations.add("text", "too_long", "'text' may have at most " + MAX_BYTES + " bytes in UTF-8.");
            return null;
        }
        return format == null ? null : render(source, format, isImported, violations);
    }

    private static CommentContent render(
            String source, ContentFormat format, boolean isImported, Violations violations) {
        CommentContent content;
        try {
            content = CommentContent.render(source, format, isImported);
        } catch (ContentTooComplexException e) {
            violations.add("text", "too_complex", e.getMessage());
            return null;
        }
        violations.require(
                !content.html().isEmpty(),
                "text",
                "required",
                "'text' is empty after the markup that comments may not contain is removed.");
        violations.require(
                content.links() <= MAX_LINKS,
                "text",
                "too_many_links",
                "'text' may contain at most " + MAX_LINKS + " links.");
        violations.require(
                content.quoteDepth() <= MAX_QUOTE_DEPTH,
                "text",
                "too_complex",
                "Quotes in 'text' may be nested at most " + MAX_QUOTE_DEPTH + " deep.");
        return content;
    }
}
