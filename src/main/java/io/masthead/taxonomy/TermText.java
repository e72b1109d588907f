package io.masthead.taxonomy;

import io.masthead.kernel.Violations;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.Slugs;
import io.masthead.text.TextRules;

/** Validates and normalizes the texts of a category or tag. */
public final class TermText {

    public static final int MAX_NAME = 200;
    public static final int MAX_DESCRIPTION = 20_000;

    private TermText() {}

    /** Plain text on one line, 1 to {@value #MAX_NAME} code points. */
    static String name(String value, Violations violations) {
        violations.requiredText("name", value, MAX_NAME);
        return onOneLine(value);
    }

    static String onOneLine(String name) {
        return name == null ? "" : name.strip().replaceAll("\\s+", " ");
    }

    static void slug(String value, Violations violations) {
        violations.require(Slugs.isValid(value), "slug", "invalid_slug", "'slug' must have " + Slugs.ALLOWED + ".");
    }

    /** HTML of at most {@value #MAX_DESCRIPTION} code points, cleaned; null is empty. */
    static String description(String value, Violations violations) {
        if (value == null) {
            return "";
        }
        if (TextRules.codePoints(value) > MAX_DESCRIPTION || !TextRules.isStorable(value)) {
            violations.text("description", value, MAX_DESCRIPTION);
            return "";
        }
        try {
            return HtmlCleaner.content(value);
        } catch (ContentTooComplexException e) {
            violations.add("description", "too_complex", e.getMessage());
            return "";
        }
    }
}
