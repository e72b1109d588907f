package io.masthead.imports.item;

import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentType;
import io.masthead.imports.wxr.WxrComment;
import java.time.Instant;

/**
 * A comment with all that can be made of it without asking the database.
 *
 * @param key what it is known by within its site
 * @param html null if it cannot be taken over
 * @param remark null, or what is to be said of it
 */
public record PreparedComment(
        String key,
        WxrComment comment,
        CommentType type,
        CommentStatus status,
        String source,
        String html,
        String remark,
        Instant createdAt) {}
