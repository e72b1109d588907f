package io.masthead.wp.v2.search;

import io.masthead.kernel.Actor;
import io.masthead.kernel.IdFilter;
import io.masthead.kernel.Offset;
import io.masthead.kernel.Page;
import io.masthead.permalink.Permalinks;
import io.masthead.post.Post;
import io.masthead.post.PostQueries;
import io.masthead.post.PostType;
import io.masthead.post.PostView;
import io.masthead.post.search.PostFilter;
import io.masthead.post.search.PostQuery;
import io.masthead.post.search.PostSort;
import io.masthead.wp.rest.Target;
import io.masthead.wp.rest.WpRequest;
import io.masthead.wp.v2.SearchWords;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what is published, for everybody alike: latest first, posts and pages together. */
@Singleton
class PostHits {

    private final PostQueries posts;
    private final Permalinks permalinks;

    PostHits(PostQueries posts, Permalinks permalinks) {
        this.posts = posts;
        this.permalinks = permalinks;
    }

    Page<Hit> search(WpRequest request, int offset, int limit) {
        var found = new ArrayList<PostView>();
        long total = 0;
        for (var type : PostType.values()) {
            if (SearchRoutes.wants(request, type.noun())) {
                // Each kind from its beginning, since only together they are in order.
                var selected = posts.search(query(type, request, SearchRoutes.depth(offset, limit)), Actor.ANONYMOUS);
                found.addAll(selected.items());
                total += selected.total();
            }
        }
        var shown = found.stream()
                .map(PostView::post)
                .sorted(Comparator.comparing(Post::sortAt)
                        .thenComparing(Post::id)
                        .reversed())
                .skip(offset)
                .limit(limit)
                .toList();
        var addresses = permalinks.ofPosts(shown);
        return Page.of(shown, limit, total).map(post -> hit(post, addresses.post(post)));
    }

    private static PostQuery query(PostType type, WpRequest request, int limit) {
        var include = request.ids("include");
        var filter = PostFilter.of(type)
                .ids(new IdFilter(include, include.isEmpty() ? request.ids("exclude") : List.of()))
                .search(SearchWords.parse(request.text("search"), List.of(), false))
                .build();
        return new PostQuery(filter, PostSort.PUBLISHED, true, new Offset(0, limit, true), false);
    }

    private static Hit hit(Post post, String url) {
        var noun = post.type().noun();
        return new Hit(
                post.id(),
                post.titleRendered(),
                url,
                "post",
                noun,
                (post.type() == PostType.POST ? Target.Kind.POST : Target.Kind.PAGE).of(post.id()),
                "wp/v2/types/" + noun);
    }
}
