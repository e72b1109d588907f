package io.masthead.wp.v2.post;

import io.masthead.post.PostQueries;
import io.masthead.wp.rest.EmbedSource;
import io.masthead.wp.rest.WpRequest;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

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
    public Map<String, Object> fetch(Collection<String> hrefs, WpRequest request) {
        var fetched = new HashMap<String, Object>();
        fetch(PostKind.POSTS, hrefs, request, fetched);
        fetch(PostKind.PAGES, hrefs, request, fetched);
        return fetched;
    }

    private void fetch(PostKind kind, Collection<String> hrefs, WpRequest request, Map<String, Object> fetched) {
        var address = Pattern.compile(Pattern.quote(request.url(kind.route())) + "/(\\d{1,18})");
        var wanted = new HashMap<Long, String>();
        for (var href : hrefs) {
            var match = address.matcher(href);
            if (match.matches()) {
                wanted.put(Long.valueOf(match.group(1)), href);
            }
        }
        var views = posts.visible(kind.type(), wanted.keySet(), request.actor());
        var shown = shapes.embedded(kind, views, request);
        for (int i = 0; i < views.size(); i++) {
            fetched.put(wanted.get(views.get(i).post().id()), shown.get(i));
        }
    }
}
