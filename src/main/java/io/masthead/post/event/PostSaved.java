package io.masthead.post.event;

import io.masthead.kernel.Actor;
import io.masthead.post.Post;
import io.masthead.post.PostContent;
import io.masthead.user.User;
import java.time.Instant;

/** An existing post or page has been saved. Fired in the saving transaction, while the post is locked. */
public record PostSaved(Post post, Former former, PostContent content, Occasion occasion, Actor actor) {

    /** The content before the save. */
    public record Former(PostContent content, User author, Instant since) {}

    /** How the save came about. */
    public enum Occasion {
        SAVE,
        /** By the client, during editing. */
        AUTOSAVE
    }
}
