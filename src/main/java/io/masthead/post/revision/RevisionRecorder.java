package io.masthead.post.revision;

import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.post.PostContent;
import io.masthead.post.event.PostSaved.Occasion;
import io.masthead.post.event.PostsSaved;
import io.masthead.user.User;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.TreeSet;

/**
 * Records saved states when WordPress' {@code wp_save_post_revision} does: if they differ from the last
 * recorded state, and always at the first save. The original content is recorded as well.
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

    void record(@Observes PostsSaved saved) {
        var latest = revisions.latestStates(
                saved.all().stream().map(each -> each.post().id()).toList());
        var kept = new ArrayList<State>();
        var changedPosts = new TreeSet<Long>();
        for (var each : saved.all()) {
            var postId = each.post().id();
            var last = latest.get(postId);
            var former = each.former();
            if (last == null && !former.content().equals(each.content())) {
                kept.add(new State(postId, RevisionKind.ORIGINAL, former.author(), former.since(), former.content()));
            }
            if (each.occasion() == Occasion.SAVE && !isUnchanged(last, each.content())) {
                var author = users.me(each.actor());
                kept.add(new State(postId, RevisionKind.REVISION, author, clock.instant(), each.content()));
                changedPosts.add(postId);
            }
        }
        var free = ids.next(IdSpace.CONTENT, kept.size()).iterator();
        revisions.add(kept.stream().map(state -> state.revision(free.next())).toList());
        revisions.updateCounts(changedPosts);
    }

    private static boolean isUnchanged(RevisionView last, PostContent content) {
        return last != null
                && last.revision().kind() == RevisionKind.REVISION
                && last.content().equals(content);
    }

    private record State(long postId, RevisionKind kind, User author, Instant at, PostContent content) {

        RevisionView revision(long id) {
            return new RevisionView(new Revision(id, postId, kind, author, at, content), new RevisionBody(id, content));
        }
    }
}
