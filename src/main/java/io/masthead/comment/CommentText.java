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

/** What the text of a comment may be, and what becomes of it. */
public final class CommentText {

    /** As WordPress holds it. */
    public static final int MAX_BYTES = 65_525;

    static final int MAX_LINKS = 100;
    static final int MAX_QUOTE_DEPTH = 10;

    private CommentText() {}

    /**
     * What searches look into: the text as written, since moderators search for addresses and
     * markup too, and its plain text where markup separates the words.
     */
    public static String searchText(String source, String html) {
        var written = WordSearch.folded(source);
        try {
            var said = WordSearch.folded(PlainText.of(html));
            return written.contains(said) ? written : written + "\n" + said;
        } catch (ContentTooComplexException e) {
            return written; // of an import: what was simple enough to be cleaned need not stay so
        }
    }

    /** Null where the text breaks a rule, which is then noted. */
    static CommentContent check(String source, ContentFormat format, Violations violations) {
        if (source == null || !VisibleText.isIn(source)) {
            violations.add("text", "required", "'text' must say something that can be seen.");
            return null;
        }
        if (!TextRules.isStorable(source) || VisibleText.hasControls(source)) {
            violations.add(
                    "text", "invalid_characters", "'text' must not contain control characters or lone surrogates.");
            return null;
        }
        if (VisibleText.turnsDirection(source)) {
            violations.add(
                    "text",
                    "invalid_characters",
                    "'text' must not contain characters that turn the direction of writing.");
            return null;
        }
        if (source.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
            violations.add("text", "too_long", "'text' may have at most " + MAX_BYTES + " bytes in UTF-8.");
            return null;
        }
        return render(source, format, violations);
    }

    private static CommentContent render(String source, ContentFormat format, Violations violations) {
        CommentContent content;
        try {
            content = CommentContent.render(source, format);
        } catch (ContentTooComplexException e) {
            violations.add("text", "too_complex", e.getMessage());
            return null;
        }
        violations.require(
                !content.html().isEmpty(),
                "text",
                "required",
                "Nothing is left of 'text' without the markup that comments may not hold.");
        violations.require(
                content.links() <= MAX_LINKS,
                "text",
                "too_many_links",
                "'text' may hold at most " + MAX_LINKS + " links.");
        violations.require(
                content.quoteDepth() <= MAX_QUOTE_DEPTH,
                "text",
                "too_complex",
                "Quotes in 'text' may be nested at most " + MAX_QUOTE_DEPTH + " deep.");
        return content;
    }
}
