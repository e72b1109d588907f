package io.masthead.comment;

import java.time.Instant;

/**
 * A comment to import, with texts that fit the columns.
 *
 * @param parentId a comment on the same post, or null
 * @param userId null for a guest
 * @param source as WordPress stores it: HTML with significant line breaks
 */
public record ImportedComment(
        long id,
        long postId,
        Long parentId,
        Long userId,
        String authorName,
        String authorEmail,
        String authorUrl,
        CommentType type,
        CommentStatus status,
        String source,
        String address,
        Instant createdAt) {

    ImportedComment withParent(Long newParentId) {
        return new ImportedComment(
                id,
                postId,
                newParentId,
                userId,
                authorName,
                authorEmail,
                authorUrl,
                type,
                status,
                source,
                address,
                createdAt);
    }
}
