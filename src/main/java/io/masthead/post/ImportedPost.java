package io.masthead.post;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * A post or page to import, with texts that fit the columns.
 *
 * @param statusBeforeTrash null unless the status is {@link PostStatus#TRASHED}
 * @param titleHtml cleaned inline HTML; null if the title had no markup
 * @param slug a valid slug; null for a draft without one
 * @param formerSlugs valid slugs that redirect to it
 * @param excerptSource null if the excerpt is derived from the text
 * @param source WordPress content
 * @param publishedAt null if unknown
 * @param shownDate null if it equals {@code publishedAt} in the time zone of this site
 * @param hasPlace false for a page whose parent has not been imported yet: see {@link PostImport#placePage}
 */
public record ImportedPost(
        long id,
        PostType type,
        PostStatus status,
        PostStatus statusBeforeTrash,
        String title,
        String titleHtml,
        String slug,
        List<String> formerSlugs,
        String excerptSource,
        String source,
        RenderedPost rendered,
        long authorId,
        Instant publishedAt,
        LocalDateTime shownDate,
        Instant createdAt,
        Instant updatedAt,
        Long featuredMediaId,
        boolean commentsOpen,
        boolean pingsOpen,
        boolean sticky,
        PostFormat format,
        String template,
        String guid,
        String password,
        Long parentId,
        boolean hasPlace,
        int menuOrder,
        Map<String, Object> customFields,
        List<Long> termIds) {}
