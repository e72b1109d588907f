package io.masthead.imports.item;

import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentType;
import io.masthead.imports.wxr.WxrComment;
import java.time.Instant;

/**
 * A comment, prepared as far as possible without the database.
 *
 * @param key within the exported site
 * @param html null if it cannot be imported
 * @param remark a warning, or null
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
