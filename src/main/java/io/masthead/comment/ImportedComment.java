package io.masthead.comment;

import java.time.Instant;
import java.time.LocalDateTime;

/**
 * A comment to import, with texts that fit the columns.
 *
 * @param parentId a comment on the same post, or null
 * @param userId null for a guest
 * @param source as WordPress stores it: HTML with significant line breaks
 * @param shownDate what the exported site showed, in its own time zone; null if the export does not say so
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
        Instant createdAt,
        LocalDateTime shownDate) {

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
                createdAt,
                shownDate);
    }
}
