package io.masthead.imports.item;

import io.masthead.imports.wxr.PhpSerialized;
import io.masthead.imports.wxr.WxrComment;
import io.masthead.imports.wxr.WxrItem;
import io.masthead.imports.wxr.WxrMeta;
import java.util.Map;

/**
 * The statuses of comments before their post was trashed. WordPress moves comments to the trash with their post and keeps
 * their statuses in a field of it; here they keep their status, and come back with the post.
 *
 * @param byId WordPress' words by the id of the comment
 */
record CommentsBeforeTrash(Map<?, ?> byId) {

    private static final String FIELD = "_wp_trash_meta_comments_status";
    private static final String WITH_POST = "post-trashed";

    static CommentsBeforeTrash of(WxrItem item) {
        return new CommentsBeforeTrash(item.meta().stream()
                .filter(meta -> meta.key().equals(FIELD))
                .map(WxrMeta::value)
                .findFirst()
                .flatMap(PhpSerialized::parse)
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(Map.class::cast)
                .orElse(Map.of()));
    }

    /** WordPress' word for the status; pending where a comment went with its post and its status is not known. */
    String status(WxrComment comment) {
        if (!comment.approved().equals(WITH_POST)) {
            return comment.approved();
        }
        var before = byId.get(String.valueOf(comment.id()));
        return before == null ? "0" : String.valueOf(before);
    }
}
