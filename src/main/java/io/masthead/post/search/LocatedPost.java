package io.masthead.post.search;

import io.masthead.post.PostDetails;
import io.masthead.post.PostView;
import java.util.List;

/**
 * A post that was looked up by its address.
 *
 * @param current false if the address is a former one
 * @param path the address it has now: one slug, or for pages the slugs from the top down
 */
public record LocatedPost(PostDetails details, boolean current, List<String> path) {

    public PostView view() {
        return details.view();
    }
}
