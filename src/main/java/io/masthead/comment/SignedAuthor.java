package io.masthead.comment;

import io.masthead.user.User;

/**
 * What is said of who wrote a comment, beside or in place of what is known of a user; null for
 * nothing.
 */
public record SignedAuthor(String name, String email, String url) {

    static final SignedAuthor NONE = new SignedAuthor(null, null, null);

    boolean isEmpty() {
        return equals(NONE);
    }

    /**
     * @param user null for a guest
     */
    CommentAuthor of(User user) {
        var known = user == null ? CommentAuthor.UNKNOWN : CommentAuthor.of(user);
        return new CommentAuthor(
                name == null ? known.name() : name.strip(),
                email == null ? known.email() : email.strip(),
                url == null ? known.url() : url.strip());
    }
}
