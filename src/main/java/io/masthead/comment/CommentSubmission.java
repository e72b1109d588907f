package io.masthead.comment;

import io.masthead.post.PostType;
import io.masthead.text.ContentFormat;

/**
 * A comment as somebody submits it: it cannot hold an id, a date or a status.
 *
 * @param parentId null where it speaks to the post itself
 * @param author null where the caller said nothing of it
 * @param password what the caller sent for a protected post; null for nothing
 * @param honeypot what was written into the field that people do not see; null for nothing
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
