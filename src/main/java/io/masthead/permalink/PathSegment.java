package io.masthead.permalink;

import io.masthead.text.Slugs;
import java.util.Map;

/**
 * A page or category as a part of the addresses below it.
 *
 * @param slug null for a draft that was given none
 */
record PathSegment(Long parentId, String slug) {

    /** Trees are no deeper; it ends a walk that a broken tree would keep going. */
    static final int MAX_DEPTH = 1_000;

    /** The path from the top of a tree down to one of its members, each with a slash behind it. */
    static String path(Long id, Map<Long, PathSegment> tree) {
        var path = new StringBuilder();
        var step = id == null ? null : tree.get(id);
        for (int depth = 0; step != null && depth < MAX_DEPTH; depth++) {
            if (step.slug() != null) {
                path.insert(0, Slugs.encoded(step.slug()) + "/");
            }
            step = step.parentId() == null ? null : tree.get(step.parentId());
        }
        return path.toString();
    }
}
