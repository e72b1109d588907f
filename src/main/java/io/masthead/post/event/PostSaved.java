package io.masthead.post.event;

import io.masthead.kernel.Actor;
import io.masthead.post.Post;
import io.masthead.post.PostContent;
import io.masthead.user.User;
import java.time.Instant;

/**
 * Somebody has saved a post or page that was there before. Told in the transaction that saves it,
 * while the post is held.
 */
public record PostSaved(Post post, Former former, PostContent content, Occasion occasion, Actor actor) {

    /** What the post said before. */
    public record Former(PostContent content, User author, Instant since) {}

    /** How somebody came to save it. */
    public enum Occasion {
        SAVE,
        /** The client did it while somebody was still writing. */
        AUTOSAVE
    }
}
