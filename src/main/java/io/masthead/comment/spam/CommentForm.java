package io.masthead.comment.spam;

/**
 * What somebody needs to know to comment on a post.
 *
 * @param open whether the post takes comments of this caller
 * @param signInRequired whether only users may comment
 * @param nameRequired whether guests must leave a name and an e-mail address
 * @param minSeconds how long a guest must have the form before sending it
 * @param editSeconds how long an author may change a comment
 * @param token for {@code formToken}
 */
public record CommentForm(
        boolean open, boolean signInRequired, boolean nameRequired, int minSeconds, int editSeconds, String token) {}
