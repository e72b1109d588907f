package io.masthead.wp.v2.revision;

import io.masthead.post.PostType;
import io.masthead.wp.rest.ResourceSchema;

/** What has revisions, and the names WordPress has for it. */
enum RevisionParent {
    POSTS(PostType.POST, "wp/v2/posts"),
    PAGES(PostType.PAGE, "wp/v2/pages");

    private final PostType type;
    private final String route;
    private final ResourceSchema revision;
    private final ResourceSchema autosave;

    RevisionParent(PostType type, String route) {
        this.type = type;
        this.route = route;
        this.revision = ResourceSchema.of("revision").titled(type.noun() + "-revision");
        this.autosave = ResourceSchema.of("autosave").titled(type.noun() + "-revision");
    }

    PostType type() {
        return type;
    }

    /** Of a revision of such a thing. */
    ResourceSchema revision() {
        return revision;
    }

    ResourceSchema autosave() {
        return autosave;
    }

    /** Where such things lie, without a slash at either end. */
    String route() {
        return route;
    }
}
