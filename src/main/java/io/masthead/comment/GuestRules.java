package io.masthead.comment;

import io.masthead.kernel.Violations;
import io.masthead.text.VisibleText;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/** What authors of comments may say of themselves. The lengths are WordPress' own. */
final class GuestRules {

    static final int MAX_NAME = 245;
    static final int MAX_EMAIL = 100;
    static final int MAX_URL = 200;

    /** The addresses that forms of browsers take: HTML, 4.10.5.1.5, and a dot in the domain. */
    private static final Pattern EMAIL =
            Pattern.compile(
                    "[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
                            + "@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?"
                            + "(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)+");

    private GuestRules() {}

    /**
     * @param required whether name and e-mail address must be given
     */
    static void check(CommentAuthor author, boolean required, Violations violations) {
        if (required || !author.name().isEmpty()) {
            violations.requiredText("author/name", author.name(), MAX_NAME);
            violations.require(
                    author.name().isBlank() || isPlain(author.name()),
                    "author/name",
                    "invalid_characters",
                    "'author/name' must be visible text in one line, without control characters or"
                            + " characters that turn the direction of writing.");
        }
        if (required || !author.email().isEmpty()) {
            violations.requiredText("author/email", author.email(), MAX_EMAIL);
            violations.require(
                    author.email().isBlank() || EMAIL.matcher(author.email()).matches(),
                    "author/email",
                    "invalid_email",
                    "'author/email' must be an e-mail address such as ada@example.org.");
        }
        if (!author.url().isEmpty()) {
            violations.text("author/url", author.url(), MAX_URL);
            violations.require(
                    isWebAddress(author.url()),
                    "author/url",
                    "invalid_url",
                    "'author/url' must be an absolute http or https address.");
        }
    }

    private static boolean isPlain(String name) {
        return VisibleText.isIn(name)
                && name.chars().noneMatch(Character::isISOControl)
                && !VisibleText.turnsDirection(name);
    }

    private static boolean isWebAddress(String url) {
        try {
            var uri = new URI(url);
            return ("http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
