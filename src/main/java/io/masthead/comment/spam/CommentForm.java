package io.masthead.comment.spam;

/**
 * What a front end needs to know to show a comment form for a post.
 *
 * @param open whether this caller can comment on the post
 * @param signInRequired whether only users may comment
 * @param nameRequired whether guests must give a name and an e-mail address
 * @param minSeconds the minimum time between loading and sending the form, for guests
 * @param editSeconds how long an author may change a comment
 * @param token for {@code formToken}
 */
public record CommentForm(
        boolean open, boolean signInRequired, boolean nameRequired, int minSeconds, int editSeconds, String token) {}
