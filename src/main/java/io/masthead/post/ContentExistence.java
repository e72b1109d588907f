package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.setting.ContentCheck;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells the settings, which do not depend on content, whether a page or media item exists. */
@ApplicationScoped
class ContentExistence implements ContentCheck {

    private final PostRepository posts;
    private final PostMediaRepository media;

    ContentExistence(PostRepository posts, PostMediaRepository media) {
        this.posts = posts;
        this.media = media;
    }

    @Override
    public boolean pageExists(long id) {
        return posts.exists(PostType.PAGE, id);
    }

    @Override
    public boolean mediaExists(long id, Actor actor) {
        return media.exists(id, actor);
    }
}
