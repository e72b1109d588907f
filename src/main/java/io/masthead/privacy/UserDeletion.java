package io.masthead.privacy;

import io.masthead.comment.AuthorComments;
import io.masthead.kernel.Actor;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.media.MediaTransfer;
import io.masthead.post.AuthorContent;
import io.masthead.user.UserRemoval;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Deletes users, and sees to what they have written. */
@ApplicationScoped
public class UserDeletion {

    private final UserRemoval removal;
    private final AuthorContent posts;
    private final MediaTransfer media;
    private final AuthorComments comments;

    UserDeletion(UserRemoval removal, AuthorContent posts, MediaTransfer media, AuthorComments comments) {
        this.removal = removal;
        this.posts = posts;
        this.media = media;
        this.comments = comments;
    }

    /**
     * Deletes for good. The user's comments stay, as those of a guest of that name; what is in the
     * trash cannot be without an author, so that it belongs to who deletes.
     *
     * @throws io.masthead.kernel.CmsException as {@link UserRemoval#require} and {@link
     *     UserRemoval#begin}
     */
    @Transactional
    public void delete(long id, UserContent content, ExpectedVersion expected, Actor actor) {
        removal.require(id, actor);
        long reassignToUserId = content.isTrashed() ? actor.userId() : content.reassignToUserId();
        // Posts and terms before users, as whoever publishes does.
        posts.hold(id);
        var user = removal.begin(id, reassignToUserId, expected, actor);
        if (content.isTrashed()) {
            posts.trash(id, actor);
        }
        posts.give(id, reassignToUserId, actor);
        media.give(id, reassignToUserId, actor);
        comments.release(id, user.displayName(), actor);
        removal.finish(user, content.inWords(), actor);
    }
}
