package io.masthead.imports.item;

import io.masthead.imports.wxr.WxrItem;
import io.masthead.post.RenderedPost;
import java.util.List;
import java.util.Map;

/**
 * An item with all that can be made of it without asking the database.
 *
 * @param key what the item is known by within its site
 * @param status null for an attachment
 * @param refusal null, or why the item cannot be taken over
 * @param comments in the order of the file; empty where the item is refused
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
