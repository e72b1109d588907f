package io.masthead.imports.wxr;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * An {@code <item>}: a post, page, attachment, menu item or a plug-in's own type.
 *
 * <p>Texts are as in the file after XML unescaping (slashes, entities and serialized values stay); an absent
 * text is empty, never null. An id of 0 means none in WordPress and is null.
 *
 * @param index position among the file's items, from 0
 * @param location just after the item's start tag
 * @param type {@code post} if absent
 * @param status {@code draft} if absent, so that nothing is published by omission
 * @param date in the exported site's time zone; null if absent or {@code 0000-00-00}, as the GMT and modified
 *     dates
 * @param attachmentUrl the file of an attachment; empty for other types
 * @param terms without repetitions
 */
public record WxrItem(
        int index,
        Location location,
        Long id,
        String type,
        String title,
        String link,
        String guid,
        boolean guidIsPermalink,
        String creator,
        String content,
        String excerpt,
        String slug,
        String status,
        LocalDateTime date,
        Instant dateGmt,
        LocalDateTime modified,
        Instant modifiedGmt,
        String commentStatus,
        String pingStatus,
        Long parentId,
        int menuOrder,
        boolean sticky,
        String password,
        String attachmentUrl,
        List<WxrTermRef> terms,
        List<WxrMeta> meta,
        List<WxrComment> comments) {}
