package io.masthead.post.revision;

import io.masthead.ids.IdSpace;
import io.masthead.ids.Ids;
import io.masthead.post.PostContent;
import io.masthead.post.PostSaved;
import io.masthead.post.PostSaved.Occasion;
import io.masthead.user.User;
import io.masthead.user.UserService;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;

/**
 * Keeps what is saved, when WordPress' {@code wp_save_post_revision} does: where it differs from
 * what was kept last, and at the first save in any case. What a post said before its first change
 * is kept besides.
 */
@ApplicationScoped
class RevisionRecorder {

    private final RevisionRepository revisions;
    private final UserService users;
    private final Ids ids;
    private final Clock clock;

    RevisionRecorder(RevisionRepository revisions, UserService users, Ids ids, Clock clock) {
        this.revisions = revisions;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    void keep(@Observes PostSaved saved) {
        long postId = saved.post().id();
        var latest = revisions.latestState(postId);
        var former = saved.former();
        if (latest.isEmpty() && !former.content().equals(saved.content())) {
            add(postId, RevisionKind.ORIGINAL, former.author(), former.since(), former.content());
        }
        if (saved.occasion() == Occasion.SAVE
                && latest.filter(
                                last ->
                                        last.revision().kind() == RevisionKind.REVISION
                                                && last.content().equals(saved.content()))
                        .isEmpty()) {
            var author = users.require(saved.actor().userId(), "authorId");
            add(postId, RevisionKind.REVISION, author, clock.instant(), saved.content());
            revisions.tally(postId);
        }
    }

    private void add(long postId, RevisionKind kind, User author, Instant at, PostContent content) {
        var id = ids.next(IdSpace.CONTENT);
        revisions.add(
                new Revision(id, postId, kind, author, at, content), new RevisionBody(id, content));
    }
}
