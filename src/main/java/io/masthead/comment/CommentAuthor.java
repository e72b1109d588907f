package io.masthead.comment;

import io.masthead.user.User;
import java.util.Locale;

/**
 * Who a comment says has written it. Each is empty where it is not known.
 *
 * @param email never part of a public answer
 * @param url an http or https address
 */
public record CommentAuthor(String name, String email, String url) {

    static final CommentAuthor UNKNOWN = new CommentAuthor("", "", "");

    static CommentAuthor of(User user) {
        return new CommentAuthor(user.displayName(), user.email() == null ? "" : user.email(), user.url());
    }

    /** The form in which two e-mail addresses are the same; null where there is none. */
    public static String emailKey(String email) {
        var key = email.strip().toLowerCase(Locale.ROOT);
        return key.isEmpty() ? null : key;
    }

    String emailKey() {
        return emailKey(email);
    }
}
