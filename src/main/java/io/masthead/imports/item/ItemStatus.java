package io.masthead.imports.item;

import io.masthead.imports.wxr.WxrItem;
import io.masthead.imports.wxr.WxrMeta;
import io.masthead.post.PostStatus;
import java.util.Optional;

/**
 * The status here of a status in WordPress.
 *
 * @param beforeTrash null unless it is in the trash
 */
public record ItemStatus(PostStatus now, PostStatus beforeTrash) {

    private static final String BEFORE_TRASH = "_wp_trash_meta_status";

    static ItemStatus of(WxrItem item, ImportWarnings warnings) {
        if (item.status().equals("trash")) {
            var before = item.meta().stream()
                    .filter(meta -> meta.key().equals(BEFORE_TRASH))
                    .findFirst()
                    .map(WxrMeta::value)
                    .flatMap(ItemStatus::known)
                    .orElse(PostStatus.DRAFT);
            return new ItemStatus(PostStatus.TRASHED, before);
        }
        var status = known(item.status());
        if (status.isEmpty()) {
            warnings.add("The status \"%s\" is unknown here; it became a draft."
                    .formatted(SourceText.of(item.status(), 40)));
        }
        return new ItemStatus(status.orElse(PostStatus.DRAFT), null);
    }

    private static Optional<PostStatus> known(String wordpress) {
        return Optional.ofNullable(
                switch (wordpress) {
                    case "publish" -> PostStatus.PUBLISHED;
                    case "future" -> PostStatus.SCHEDULED;
                    case "pending" -> PostStatus.PENDING;
                    case "private" -> PostStatus.PRIVATE;
                    case "draft" -> PostStatus.DRAFT;
                    default -> null;
                });
    }
}
