package io.masthead.post.search;

import io.masthead.post.PostDetails;
import io.masthead.post.PostView;
import java.util.List;

/**
 * A post that was found by its path.
 *
 * @param current false if the path is a former one
 * @param path the current path: one slug, or for pages the slugs from the root page down; empty while a page above is
 *     a draft that has no slug
 */
public record LocatedPost(PostDetails details, boolean current, List<String> path) {

    public PostView view() {
        return details.view();
    }
}
