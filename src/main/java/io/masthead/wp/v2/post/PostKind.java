package io.masthead.wp.v2.post;

import io.masthead.post.Post;
import io.masthead.post.PostType;
import io.masthead.wp.rest.ResourceSchema;
import io.masthead.wp.rest.Target;

/**
 * What posts and pages differ in on this surface.
 *
 * @param schema of one of them
 */
record PostKind(PostType type, ResourceSchema schema) {

    static final PostKind POSTS = of(PostType.POST);
    static final PostKind PAGES = of(PostType.PAGE);

    static PostKind of(Post post) {
        return post.type() == PostType.POST ? POSTS : PAGES;
    }

    private static PostKind of(PostType type) {
        return new PostKind(type, PostSchema.of(type));
    }

    boolean isPosts() {
        return type == PostType.POST;
    }

    /** The word for one of them. */
    String word() {
        return type.noun();
    }

    /** Where they lie, as in {@code wp/v2/posts}. */
    String route() {
        return kind().route();
    }

    Target target(long id) {
        return kind().of(id);
    }

    Target.Kind kind() {
        return isPosts() ? Target.Kind.POST : Target.Kind.PAGE;
    }
}
