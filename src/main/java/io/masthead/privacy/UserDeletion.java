package io.masthead.privacy;

import io.masthead.comment.AuthorComments;
import io.masthead.kernel.Actor;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.media.MediaTransfer;
import io.masthead.post.AuthorContent;
import io.masthead.user.UserDeletionSteps;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Deletes users and handles their content. */
@ApplicationScoped
public class UserDeletion {

    private final UserDeletionSteps steps;
    private final AuthorContent posts;
    private final MediaTransfer media;
    private final AuthorComments comments;

    UserDeletion(UserDeletionSteps steps, AuthorContent posts, MediaTransfer media, AuthorComments comments) {
        this.steps = steps;
        this.posts = posts;
        this.media = media;
        this.comments = comments;
    }

    /**
     * Deletes permanently. The user's comments become those of a guest of that name; trashed content, which
     * needs an author, is assigned to the caller.
     *
     * @throws io.masthead.kernel.CmsException as {@link UserDeletionSteps#requireAllowed} and {@link
     *     UserDeletionSteps#begin}
     */
    @Transactional
    public void delete(long id, UserContent content, ExpectedVersion expected, Actor actor) {
        steps.requireAllowed(id, actor);
        long reassignToUserId = content.isTrashed() ? actor.userId() : content.reassignToUserId();
        // Posts and terms before users, in the usual lock order.
        posts.lock(id);
        var user = steps.begin(id, reassignToUserId, expected, actor);
        if (content.isTrashed()) {
            posts.trash(id, actor);
        }
        posts.reassign(id, reassignToUserId, actor);
        media.reassign(id, reassignToUserId, actor);
        comments.convertToGuest(id, user.displayName(), actor);
        steps.complete(user, content.auditReason(), actor);
    }
}
