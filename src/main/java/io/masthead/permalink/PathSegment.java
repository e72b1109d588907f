package io.masthead.permalink;

import io.masthead.text.Slugs;
import java.util.Map;

/**
 * A page or category as a part of the URLs below it.
 *
 * @param slug null for a draft without one
 */
record PathSegment(Long parentId, String slug) {

    /** The maximum depth of trees; it ends the walk over a broken tree. */
    static final int MAX_DEPTH = 1_000;

    /** The path from the root of a tree to one of its members, with a slash after each. */
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
