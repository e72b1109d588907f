package io.masthead.user;

import io.masthead.kernel.Violations;
import io.masthead.text.ContentTooComplexException;
import io.masthead.text.EmailAddresses;
import io.masthead.text.HtmlCleaner;
import io.masthead.text.Slugs;
import io.masthead.text.VisibleText;
import io.masthead.text.WebAddresses;
import java.util.regex.Pattern;

/** Validates and normalizes the texts of a user. */
public final class UserText {

    public static final int MAX_LOGIN = 60;
    public static final int MAX_EMAIL = 254;
    public static final int MAX_NAME = 250;
    public static final int MAX_BIOGRAPHY = 5_000;
    public static final int MAX_URL = 2_000;

    /** What WordPress' sanitize_user leaves in its strict mode, with blanks only between words. */
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9_.@-]+(?: [A-Za-z0-9_.@-]+)*");

    private static final Pattern LOCALE = Pattern.compile("[A-Za-z]{2,8}(?:[_-][A-Za-z0-9]{1,8}){0,2}");

    private UserText() {}

    static boolean isLogin(String value) {
        return value.length() <= MAX_LOGIN && LOGIN.matcher(value).matches();
    }

    static String login(String value, Violations violations) {
        violations.requiredText("login", value, MAX_LOGIN);
        violations.require(
                value == null || value.isBlank() || isLogin(value),
                "login",
                "invalid_characters",
                "'login' may contain ASCII letters, digits, '_', '.', '-', '@', and single blanks" + " between them.");
        return value;
    }

    static String email(String value, Violations violations) {
        violations.requiredText("email", value, MAX_EMAIL);
        violations.require(
                value == null || value.isBlank() || EmailAddresses.isValid(value),
                "email",
                "invalid_email",
                "'email' must be an e-mail address such as ada@example.org.");
        return value;
    }

    /** Plain text on one line, 1 to {@value #MAX_NAME} code points. */
    static String name(String value, Violations violations) {
        violations.requiredText("name", value, MAX_NAME);
        violations.require(
                value == null || value.isBlank() || VisibleText.isPlainLine(value.strip()),
                "name",
                "invalid_characters",
                "'name' must be visible text in one line, without control characters or"
                        + " characters that change the text direction.");
        return value == null ? "" : value.strip().replaceAll("\\s+", " ");
    }

    /** Null is kept: the slug is made from the name. */
    static String slug(String value, Violations violations) {
        violations.require(
                value == null || Slugs.isValid(value),
                "slug",
                "invalid_slug",
                "'slug' must have " + Slugs.ALLOWED + ".");
        return value;
    }

    /** Each part plain text on one line of at most {@value #MAX_NAME} code points; null is empty. */
    static Person person(Person details, Violations violations) {
        return new Person(
                part("firstName", details.firstName(), violations),
                part("lastName", details.lastName(), violations),
                part("nickname", details.nickname(), violations),
                locale(details.locale(), violations));
    }

    private static String part(String field, String value, Violations violations) {
        if (value == null || value.isBlank()) {
            return "";
        }
        violations.text(field, value, MAX_NAME);
        violations.require(
                VisibleText.isPlainLine(value.strip()),
                field,
                "invalid_characters",
                "'" + field + "' must be visible text in one line.");
        return value.strip().replaceAll("\\s+", " ");
    }

    private static String locale(String value, Violations violations) {
        violations.require(
                value == null || value.isEmpty() || LOCALE.matcher(value).matches(),
                "locale",
                "invalid_locale",
                "'locale' must be a language such as en_US.");
        return value == null ? "" : value;
    }

    /** Clean inline HTML, of at most {@value #MAX_BIOGRAPHY} code points as sent; null is empty. */
    static String biography(String value, Violations violations) {
        if (value == null) {
            return "";
        }
        var rules = new Violations();
        rules.text("biography", value, MAX_BIOGRAPHY);
        if (!rules.isEmpty()) {
            violations.text("biography", value, MAX_BIOGRAPHY);
            return "";
        }
        violations.require(
                !VisibleText.hasControls(value),
                "biography",
                "invalid_characters",
                "'biography' must not contain control characters other than line breaks and tabs.");
        try {
            return HtmlCleaner.caption(value.strip()).strip();
        } catch (ContentTooComplexException e) {
            violations.add("biography", "too_complex", e.getMessage());
            return "";
        }
    }

    /** An absolute http or https address; null is empty. */
    static String address(String field, String value, Violations violations) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        violations.text(field, value, MAX_URL);
        violations.require(
                WebAddresses.isAbsolute(value),
                field,
                "invalid_url",
                "'" + field + "' must be an absolute http or https address.");
        return value;
    }
}
