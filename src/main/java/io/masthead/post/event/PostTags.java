package io.masthead.post.event;

import io.masthead.platform.event.Tags;
import io.masthead.post.Post;
import io.masthead.post.PostType;
import java.util.Set;
import java.util.TreeSet;

/** The cache tags of posts and pages. */
public final class PostTags {

    private PostTags() {}

    /** Of the post alone. */
    public static String of(PostType type, long id) {
        return type == PostType.PAGE ? Tags.page(id) : Tags.post(id);
    }

    /** Of all posts or all pages. */
    public static String all(PostType type) {
        return type == PostType.PAGE ? Tags.PAGES : Tags.POSTS;
    }

    /** Of what a response shows with a post; pages have no terms. */
    public static Set<String> shown(Post post) {
        var tags = new TreeSet<String>();
        tags.add(of(post.type(), post.id()));
        tags.add(Tags.user(post.author().id()));
        if (post.type() == PostType.POST) {
            post.categories().forEach(term -> tags.add(Tags.term(term.id())));
            post.tags().forEach(term -> tags.add(Tags.term(term.id())));
        }
        if (post.featuredMediaId() != null) {
            tags.add(Tags.media(post.featuredMediaId()));
        }
        return tags;
    }
}
