package io.masthead.imports.wxr;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * A comment, pingback or trackback on an item.
 *
 * @param date in the exported site's time zone; null if absent or {@code 0000-00-00}
 * @param dateGmt null as {@code date}
 * @param approved {@code 1}, {@code 0}, {@code spam}, {@code trash} or {@code post-trashed}; {@code 0} if
 *     absent, so that nothing appears by omission
 * @param type empty (older files) or {@code comment} for a plain comment
 * @param parentId null for a comment on the item itself
 * @param userId null for a guest
 */
public record WxrComment(
        Long id,
        String author,
        String authorEmail,
        String authorUrl,
        String authorIp,
        LocalDateTime date,
        Instant dateGmt,
        String content,
        String approved,
        String type,
        Long parentId,
        Long userId,
        List<WxrMeta> meta) {}
