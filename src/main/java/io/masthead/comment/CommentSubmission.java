package io.masthead.comment;

import io.masthead.post.PostType;
import io.masthead.text.ContentFormat;

/**
 * A comment as it is submitted: it cannot hold an id, a date or a status.
 *
 * @param parentId null if it is on the post itself
 * @param author null if the client sent none
 * @param format null if the client sent an unknown one
 * @param password the password sent for a protected post; null if none
 * @param honeypot the content of the hidden form field; null if empty
 * @param formToken of the form it was written in; null for none
 */
public record CommentSubmission(
        PostType postType,
        long postId,
        Long parentId,
        CommentAuthor author,
        String source,
        ContentFormat format,
        Origin origin,
        String password,
        String honeypot,
        String formToken) {}
