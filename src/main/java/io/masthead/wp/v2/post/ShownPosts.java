package io.masthead.wp.v2.post;

import io.masthead.post.Post;
import io.masthead.post.PostView;
import io.masthead.wp.rest.WpRequest;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * The posts that the answer to a request shows, so that what is embedded into it (their authors,
 * terms, comments) is not looked up again.
 */
public final class ShownPosts {

    private final Map<Long, Post> byId = new HashMap<>();

    private ShownPosts() {}

    static void add(Collection<PostView> views, WpRequest request) {
        var shown = byId(request);
        views.forEach(view -> shown.put(view.post().id(), view.post()));
    }

    /** With their authors and terms. */
    public static Map<Long, Post> byId(WpRequest request) {
        return request.shared(ShownPosts.class, ShownPosts::new).byId;
    }
}
