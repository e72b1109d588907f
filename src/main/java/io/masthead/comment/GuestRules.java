package io.masthead.comment;

import io.masthead.kernel.Violations;
import io.masthead.text.EmailAddresses;
import io.masthead.text.VisibleText;
import io.masthead.text.WebAddresses;

/** The rules for author data of comments. The lengths are WordPress' own. */
public final class GuestRules {

    public static final int MAX_NAME = 245;
    public static final int MAX_EMAIL = 100;
    public static final int MAX_URL = 200;

    private GuestRules() {}

    /** @param required whether name and e-mail address must be given */
    static void check(CommentAuthor author, boolean required, Violations violations) {
        if (required || !author.name().isEmpty()) {
            violations.requiredText("author/name", author.name(), MAX_NAME);
            violations.require(
                    author.name().isBlank() || VisibleText.isPlainLine(author.name()),
                    "author/name",
                    "invalid_characters",
                    "'author/name' must be visible text in one line, without control characters or"
                            + " characters that change the text direction.");
        }
        if (required || !author.email().isEmpty()) {
            violations.requiredText("author/email", author.email(), MAX_EMAIL);
            violations.require(
                    author.email().isBlank() || EmailAddresses.isValid(author.email()),
                    "author/email",
                    "invalid_email",
                    "'author/email' must be an e-mail address such as ada@example.org.");
        }
        if (!author.url().isEmpty()) {
            violations.text("author/url", author.url(), MAX_URL);
            violations.require(
                    WebAddresses.isAbsolute(author.url()),
                    "author/url",
                    "invalid_url",
                    "'author/url' must be an absolute http or https address.");
        }
    }
}
