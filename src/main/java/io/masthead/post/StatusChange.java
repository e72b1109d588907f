package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.OnConflict;
import io.masthead.kernel.Scope;
import io.masthead.kernel.Violations;
import io.masthead.platform.job.Jobs;
import io.masthead.post.PublishedCounts.Contribution;
import io.masthead.post.access.PostRights;
import io.masthead.post.event.PostSaved;
import io.masthead.post.event.PostSaved.Former;
import io.masthead.post.event.PostSaved.Occasion;
import io.masthead.post.event.PostsSaved;
import io.masthead.post.patch.PostPatch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gives several posts one status. All are locked before the first is changed, and the consequences are written
 * for all at once: the number of statements does not grow with the posts.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class StatusChange {

    private final PostRepository posts;
    private final PostEditor editor;
    private final PostSlugs slugs;
    private final PublishedCounts counts;
    private final Jobs jobs;
    private final Event<PostsSaved> saved;
    private final PostEvents events;
    private final Clock clock;

    StatusChange(
            PostRepository posts,
            PostEditor editor,
            PostSlugs slugs,
            PublishedCounts counts,
            Jobs jobs,
            Event<PostsSaved> saved,
            PostEvents events,
            Clock clock) {
        this.posts = posts;
        this.editor = editor;
        this.slugs = slugs;
        this.counts = counts;
        this.jobs = jobs;
        this.saved = saved;
        this.events = events;
        this.clock = clock;
    }

    /** A post whose status changes, with its state before. */
    private record Item(Post post, PostBody body, PostState before, Former former) {

        static Item of(PostRepository.Row row) {
            var post = row.post();
            return new Item(
                    post,
                    row.body(),
                    PostState.of(post),
                    new Former(PostContent.of(post, row.body()), post.author(), post.updatedAt()));
        }
    }

    /**
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} that names each refused post as {@code
     *     ids/index}
     */
    void apply(PostType type, List<Long> ids, PostStatus status, Actor actor) {
        // Checked here: further down, each post would be refused for it.
        actor.require(Scope.CONTENT_WRITE);
        var refusals = new Refusals(ids);
        var found = posts.lockAll(type, new TreeSet<>(ids));
        var items = new ArrayList<Item>();
        for (var id : new TreeSet<>(ids)) {
            refusals.of(id, () -> {
                var row = found.get(id);
                if (row == null) {
                    throw PostRights.notFound(type);
                }
                if (differs(row.post(), status, actor)) {
                    items.add(Item.of(row));
                }
            });
        }
        var now = clock.instant();
        if (status == PostStatus.TRASHED) {
            trash(items, now);
        } else {
            changeStatus(items, status, refusals, actor, now);
        }
        refusals.throwIfAny();
        applyCounters(items);
        saved.fire(new PostsSaved(items.stream()
                .map(item -> new PostSaved(
                        item.post(), item.former(), PostContent.of(item.post(), item.body()), Occasion.SAVE, actor))
                .toList()));
        posts.flush();
        var before = new LinkedHashMap<Post, PostState>();
        items.forEach(item -> before.put(item.post(), item.before()));
        events.changed(before, actor.userId());
    }

    /** Whether the status differs; refuses callers who may not change it. */
    private static boolean differs(Post post, PostStatus status, Actor actor) {
        PostRights.requireVisible(post, actor);
        if (status == PostStatus.TRASHED) {
            PostRights.requireDelete(post, actor);
        } else if (post.status() != status) {
            PostRights.requireEdit(post, actor);
        }
        return post.status() != status;
    }

    private void trash(Collection<Item> items, Instant now) {
        var trashed = items.stream().map(Item::post).toList();
        slugs.release(trashed);
        for (var post : trashed) {
            post.trash();
            post.touch(now);
        }
    }

    /** Trashed posts are restored first, which gives them their former status. */
    private void changeStatus(List<Item> items, PostStatus status, Refusals refusals, Actor actor, Instant now) {
        var inNeed = new ArrayList<Post>();
        for (var item : items) {
            var post = item.post();
            var restored = post.isTrashed();
            if (restored) {
                post.restore();
                post.touch(now);
            }
            if (post.slug() == null ? status.needsSlug() : restored) {
                inNeed.add(post);
            }
        }
        slugs.claimFree(inNeed);
        for (var item : items) {
            if (item.post().status() != status) {
                refusals.of(item.post().id(), () -> {
                    PostRights.requireEdit(item.post(), actor);
                    editor.apply(item.post(), item.body(), PostPatch.ofStatus(status), OnConflict.REFUSE, actor, now);
                });
            }
        }
    }

    /** Updates the counts, and schedules or cancels publication. */
    private void applyCounters(List<Item> items) {
        posts.flush();
        counts.applyCounters(items.stream()
                .map(item -> new PublishedCounts.Move(item.before().contribution(), Contribution.of(item.post())))
                .toList());
        var due = new TreeMap<Long, Instant>();
        var undone = new TreeSet<Long>();
        for (var item : items) {
            var post = item.post();
            if (post.status() == PostStatus.SCHEDULED) {
                due.put(post.id(), post.publishedAt());
            } else if (item.before().status() == PostStatus.SCHEDULED) {
                undone.add(post.id());
            }
        }
        jobs.schedule(ScheduledPublishing.KIND, due);
        jobs.cancel(ScheduledPublishing.KIND, undone);
    }

    /** The refusals of single posts, by their position in the request. */
    private static final class Refusals {

        private final List<Long> ids;
        private final Violations violations = new Violations();

        Refusals(List<Long> ids) {
            this.ids = ids;
        }

        void of(long id, Runnable step) {
            try {
                step.run();
            } catch (CmsException e) {
                violations.add(
                        "ids/" + ids.indexOf(id),
                        e.code() == ErrorCode.POST_HIDDEN
                                ? "post_not_found"
                                : e.code().name().toLowerCase(Locale.ROOT),
                        e.getMessage());
            }
        }

        void throwIfAny() {
            violations.throwIfAny();
        }
    }
}
