package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.platform.job.Jobs;
import io.masthead.post.archive.Archives;
import io.masthead.taxonomy.TermService;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Handles the posts and pages of a user who is being deleted. It checks no rights over single posts: the
 * deletion itself has been allowed.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class AuthorContent {

    private static final int BATCH = 200;

    private final AuthorPostRepository posts;
    private final PostCommands service;
    private final TermService terms;
    private final UserService users;
    private final Archives archives;
    private final Jobs jobs;
    private final PostEvents events;
    private final Clock clock;

    AuthorContent(
            PostEvents events,
            AuthorPostRepository posts,
            PostCommands service,
            TermService terms,
            UserService users,
            Archives archives,
            Jobs jobs,
            Clock clock) {
        this.posts = posts;
        this.service = service;
        this.terms = terms;
        this.users = users;
        this.archives = archives;
        this.jobs = jobs;
        this.events = events;
        this.clock = clock;
    }

    /** Locks the content, and the terms that count it, until the end of the transaction. */
    public void lock(long authorId) {
        posts.lockAllOf(authorId);
        terms.lock(posts.termsOf(authorId));
    }

    /**
     * Moves all of it to the trash. The published count of the user, who is being deleted, is not updated:
     * locking users before terms could cause a deadlock.
     */
    public void trash(long authorId, Actor actor) {
        var deltas = new HashMap<Long, Integer>();
        var dates = new HashMap<Instant, Integer>();
        for (var batch = posts.untrashedOf(authorId, BATCH);
                !batch.isEmpty();
                batch = posts.untrashedOf(authorId, BATCH)) {
            var before = new LinkedHashMap<Post, PostState>();
            for (var post : batch) {
                post.countedTermIds().forEach(id -> deltas.merge(id, -1, Integer::sum));
                var date = PublishedCounts.Contribution.of(post).date();
                if (date != null) {
                    dates.merge(date, -1, Integer::sum);
                }
                if (post.status() == PostStatus.SCHEDULED) {
                    jobs.cancel(ScheduledPublishing.KIND, post.id());
                }
                before.put(post, PostState.of(post));
                service.moveToTrash(post);
            }
            posts.flush();
            events.changed(before, actor.userId());
            batch.forEach(posts.getEntityManager()::detach);
        }
        terms.adjustCounts(deltas);
        archives.adjustCounts(dates);
    }

    /** Assigns all of it to another user, with the published counts. */
    public void reassign(long fromUserId, long toUserId, Actor actor) {
        posts.idsOf(fromUserId)
                .forEach((id, type) -> events.reassigned(type, id, fromUserId, toUserId, actor.userId()));
        var published = posts.countPublishedOf(fromUserId);
        posts.reassign(fromUserId, toUserId, clock.instant());
        users.adjustPublished(Map.of(toUserId, published));
    }
}
