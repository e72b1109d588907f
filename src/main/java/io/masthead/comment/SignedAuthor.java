package io.masthead.comment;

import io.masthead.user.User;

/** Author data that overrides or completes a user's; null parts do not. */
public record SignedAuthor(String name, String email, String url) {

    static final SignedAuthor NONE = new SignedAuthor(null, null, null);

    boolean isEmpty() {
        return equals(NONE);
    }

    /** @param user null for a guest */
    CommentAuthor of(User user) {
        var known = user == null ? CommentAuthor.UNKNOWN : CommentAuthor.of(user);
        return new CommentAuthor(
                name == null ? known.name() : name.strip(),
                email == null ? known.email() : email.strip(),
                url == null ? known.url() : url.strip());
    }
}
