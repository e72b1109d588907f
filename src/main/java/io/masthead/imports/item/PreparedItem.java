package io.masthead.imports.item;

import io.masthead.imports.wxr.WxrItem;
import io.masthead.post.RenderedPost;
import java.util.List;
import java.util.Map;

/**
 * An item, prepared as far as possible without the database.
 *
 * @param key within the exported site
 * @param status null for an attachment and an item of a menu
 * @param refusal why the item cannot be imported, or null
 * @param comments in the order of the file; empty if the item is refused
 */
public record PreparedItem(
        String key,
        WxrItem item,
        String kind,
        ItemStatus status,
        ItemDates dates,
        String title,
        String titleHtml,
        String excerptSource,
        String content,
        RenderedPost rendered,
        Map<String, Object> customFields,
        List<PreparedComment> comments,
        String refusal) {}
