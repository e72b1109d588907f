package io.masthead.post;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

/**
 * A post or page as an import brings it, its texts within what the tables hold.
 *
 * @param statusBeforeTrash null unless the status is {@link PostStatus#TRASHED}
 * @param titleHtml cleaned inline HTML; null where the title came without markup
 * @param slug a valid slug; null for a draft that has none
 * @param formerSlugs valid slugs that lead to it too
 * @param excerptSource null where the excerpt is derived
 * @param source WordPress content
 * @param publishedAt null where nothing was said
 * @param shownDate null where the clock of this site gives the same
 * @param hasPlace false for a page below one that is not there yet: see {@link PostImport#place}
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
