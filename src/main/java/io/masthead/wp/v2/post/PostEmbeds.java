package io.masthead.wp.v2.post;

import io.masthead.post.PostQueries;
import io.masthead.wp.rest.EmbedSource;
import io.masthead.wp.rest.Target;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Fetches embedded posts and pages at once; those the caller may not see are left to refusal. */
@Singleton
class PostEmbeds implements EmbedSource {

    private final PostQueries posts;
    private final PostShapes shapes;

    PostEmbeds(PostQueries posts, PostShapes shapes) {
        this.posts = posts;
        this.shapes = shapes;
    }

    @Override
    public Map<Target, Object> fetch(Set<Target> targets, WpRequest request) {
        var fetched = new HashMap<Target, Object>();
        fetch(PostKind.POSTS, targets, request, fetched);
        fetch(PostKind.PAGES, targets, request, fetched);
        return fetched;
    }

    private void fetch(PostKind kind, Set<Target> targets, WpRequest request, Map<Target, Object> fetched) {
        var views = posts.visible(kind.type(), Target.ids(targets, kind.kind()), request.actor());
        var shown = shapes.embedded(kind, views, request);
        for (int i = 0; i < views.size(); i++) {
            fetched.put(kind.target(views.get(i).post().id()), shown.get(i));
        }
    }
}
