package io.masthead.comment;

import io.masthead.user.User;
import java.util.Locale;

/**
 * The author named in a comment. Unknown parts are empty.
 *
 * @param email never part of a public response
 * @param url an http or https address
 */
public record CommentAuthor(String name, String email, String url) {

    static final CommentAuthor UNKNOWN = new CommentAuthor("", "", "");

    static CommentAuthor of(User user) {
        return new CommentAuthor(user.displayName(), user.email() == null ? "" : user.email(), user.url());
    }

    /** The form in which equal e-mail addresses are the same; null if there is none. */
    public static String emailKey(String email) {
        var key = email.strip().toLowerCase(Locale.ROOT);
        return key.isEmpty() ? null : key;
    }

    String emailKey() {
        return emailKey(email);
    }
}
