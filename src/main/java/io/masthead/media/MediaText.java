package io.masthead.media;

import io.masthead.kernel.Violations;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.PlainText;
import io.masthead.text.Slugs;
import java.util.function.UnaryOperator;

/** Validates and normalizes the texts of a file. */
final class MediaText {

    static final int MAX_TITLE = 500;
    static final int MAX_TEXT = 20_000;
    static final int MAX_CREDIT = 500;

    private MediaText() {}

    static void checkTitle(String title, Violations violations) {
        violations.text("title", title, MAX_TITLE);
    }

    /** The alternative text, without tags and on one line; null if there is none. */
    static String altText(String altText, Violations violations) {
        violations.text("altText", altText, MAX_TEXT);
        return altText == null ? null : PlainText.withoutTags(altText);
    }

    /** Clean inline HTML on one line; null if there is none, empty if it breaks a rule. */
    static String credit(String credit, Violations violations) {
        return credit == null
                ? null
                : clean("credit", credit, MAX_CREDIT, HtmlCleaner::caption, violations)
                        .strip()
                        .replaceAll("\\s+", " ");
    }

    /** @param slug null to make one */
    static void checkSlug(String slug, Violations violations) {
        violations.require(
                slug == null || Slugs.isValid(slug), "slug", "invalid_slug", "'slug' must have " + Slugs.ALLOWED + ".");
    }

    /** Clean inline HTML; empty if it breaks a rule. */
    static String caption(String html, Violations violations) {
        return clean("caption", html, MAX_TEXT, HtmlCleaner::caption, violations);
    }

    /** Clean HTML; empty if it breaks a rule. */
    static String description(String html, Violations violations) {
        return clean("description", html, MAX_TEXT, HtmlCleaner::content, violations);
    }

    /**
     * The first candidate for the slug: the wanted one, or one made from the title.
     *
     * @param wanted null for none
     */
    static String slug(String wanted, String title, long id) {
        if (wanted != null && Slugs.isValid(wanted)) {
            return wanted;
        }
        var made = wanted == null || wanted.isBlank() ? Slugs.from(title) : Slugs.ofSent(wanted);
        return made.isEmpty() ? Long.toString(id) : made;
    }

    private static String clean(
            String field, String html, int max, UnaryOperator<String> cleaner, Violations violations) {
        var rules = new Violations();
        rules.text(field, html, max);
        if (html == null || !rules.isEmpty()) {
            violations.text(field, html, max);
            return "";
        }
        try {
            return cleaner.apply(html);
        } catch (ContentTooComplexException e) {
            violations.add(field, "too_complex", e.getMessage());
            return "";
        }
    }
}
