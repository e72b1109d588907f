package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.OnConflict;
import io.masthead.kernel.Patch;
import io.masthead.kernel.RequestKey;
import io.masthead.kernel.Scope;
import io.masthead.platform.idempotency.Idempotency;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.platform.job.Jobs;
import io.masthead.post.PublishedCounts.Contribution;
import io.masthead.post.access.PostRights;
import io.masthead.post.event.PostRemoved;
import io.masthead.post.event.PostSaved;
import io.masthead.post.event.PostSaved.Former;
import io.masthead.post.event.PostSaved.Occasion;
import io.masthead.post.event.PostsSaved;
import io.masthead.post.patch.ContentPatch;
import io.masthead.post.patch.PostPatch;
import io.masthead.setting.SettingService;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermService;
import io.masthead.text.ContentFormat;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

/** Creates, changes and deletes posts and pages. */
@ApplicationScoped
@Transactional
public class PostCommands {

    private final PostRepository posts;
    private final PostSearchTextRepository searchTexts;
    private final PostQueries queries;
    private final PostAccess access;
    private final PostEditor editor;
    private final PatchFitter patchFitter;
    private final PostSlugs slugs;
    private final StatusChange statusChange;
    private final PublishedCounts counts;
    private final TermService terms;
    private final UserService users;
    private final SettingService settings;
    private final Idempotency idempotency;
    private final Jobs jobs;
    private final Event<PostRemoved> removed;
    private final Event<PostsSaved> saved;
    private final PostEvents events;
    private final Ids ids;
    private final Clock clock;

    PostCommands(
            PostRepository posts,
            PostSearchTextRepository searchTexts,
            PostQueries queries,
            PostAccess access,
            PostEditor editor,
            PatchFitter patchFitter,
            PostSlugs slugs,
            StatusChange statusChange,
            PublishedCounts counts,
            TermService terms,
            UserService users,
            SettingService settings,
            Idempotency idempotency,
            Jobs jobs,
            Event<PostRemoved> removed,
            Event<PostsSaved> saved,
            PostEvents events,
            Ids ids,
            Clock clock) {
        this.posts = posts;
        this.searchTexts = searchTexts;
        this.queries = queries;
        this.access = access;
        this.editor = editor;
        this.patchFitter = patchFitter;
        this.slugs = slugs;
        this.statusChange = statusChange;
        this.counts = counts;
        this.terms = terms;
        this.users = users;
        this.settings = settings;
        this.idempotency = idempotency;
        this.jobs = jobs;
        this.removed = removed;
        this.saved = saved;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param key null if the client sent no Idempotency-Key */
    public PostView create(PostType type, PostPatch fields, RequestKey key, Actor actor) {
        actor.require(type.edit(), Scope.CONTENT_WRITE, "write a " + type.noun());
        var id = idempotency.once(
                key,
                type.noun(),
                actor,
                () -> insert(type, fields, OnConflict.REFUSE, actor).id());
        return reread(type, id, actor);
    }

    public PostView update(PostType type, long id, PostPatch changes, ExpectedVersion expected, Actor actor) {
        lockWithParent(id, changes);
        var post = access.lockVisible(type, id, actor);
        var excerpt = isAsShown(changes.excerpt(), post) ? Patch.<String>absent() : changes.excerpt();
        change(post, changes.toBuilder().excerpt(excerpt).build(), expected, actor);
        return reread(type, id, actor);
    }

    /**
     * Whether a client sends back the excerpt that it was shown, which may differ from the written one: the
     * stored excerpt, or the one rendered at read until it is stored.
     */
    private boolean isAsShown(Patch<String> excerpt, Post post) {
        return excerpt.isSet()
                && excerpt.value() != null
                && (excerpt.value().equals(post.excerpt())
                        || excerpt.value().equals(posts.body(post.id()).excerpt(post)));
    }

    /**
     * As {@link #create}, but adjusts values that cannot be applied as they are: see {@link PatchFitter}. The
     * title may contain inline HTML.
     */
    public PostView createFitting(PostType type, PostPatch fields, Actor actor) {
        actor.require(type.edit(), Scope.CONTENT_WRITE, "write a " + type.noun());
        var fitted = patchFitter.fit(null, fields, actor);
        var post = insert(type, fitted.changes(), OnConflict.FIT, actor);
        setTitleHtml(post, fitted);
        return reread(type, post.id(), actor);
    }

    /**
     * As {@link #update}, but adjusts values that cannot be applied as they are: see {@link PatchFitter}.
     * Trashed posts can be changed, and a new status restores them.
     */
    public PostView updateFitting(PostType type, long id, PostPatch changes, Actor actor) {
        lockWithParent(id, changes);
        var post = access.lockVisible(type, id, actor);
        PostRights.requireEdit(post, actor);
        if (post.isTrashed() && changes.status().isSet()) {
            restore(post, ExpectedVersion.ANY, actor);
        }
        var fitted = patchFitter.fit(post, changes, actor);
        var before = PostState.of(post);
        var former = former(post);
        edit(post, fitted.changes(), OnConflict.FIT, actor);
        setTitleHtml(post, fitted);
        recordChange(post, before, former, Occasion.SAVE, actor);
        return reread(type, id, actor);
    }

    /** As {@link #update}, for a save that the client makes automatically during editing. */
    public PostView autosave(PostType type, long id, ContentPatch content, Actor actor) {
        var post = access.lockVisible(type, id, actor);
        var fitted = patchFitter.fit(post, PostPatch.ofContent(content), actor);
        change(post, fitted, ExpectedVersion.ANY, Occasion.AUTOSAVE, OnConflict.FIT, actor);
        return reread(type, id, actor);
    }

    /** As {@link #update}: restores earlier content, including the markup of the title. */
    public PostView restoreContent(PostType type, long id, PostContent content, ExpectedVersion expected, Actor actor) {
        var post = access.lockVisible(type, id, actor);
        var changes = new PatchFitter.FittedPatch(content.toChanges(post), Patch.to(content.titleHtml()));
        change(post, changes, expected, Occasion.SAVE, OnConflict.FIT, actor);
        return reread(type, id, actor);
    }

    /** Moves a post to the trash; a trashed post stays unchanged. */
    public PostView trash(PostType type, long id, ExpectedVersion expected, Actor actor) {
        var post = access.lockVisible(type, id, actor);
        trash(post, expected, actor);
        return reread(type, id, actor);
    }

    /**
     * Restores a post from the trash with its former status.
     *
     * @throws CmsException {@link ErrorCode#POST_NOT_TRASHED}
     */
    public PostView restore(PostType type, long id, ExpectedVersion expected, Actor actor) {
        var post = access.lockVisible(type, id, actor);
        restore(post, expected, actor);
        return reread(type, id, actor);
    }

    /** Deletes permanently, with its comments; child pages move to the parent of the page. */
    public void delete(PostType type, long id, ExpectedVersion expected, Actor actor) {
        posts.lockWithChildren(id);
        var post = access.lockVisible(type, id, actor);
        PostRights.requireDelete(post, actor);
        expected.check(post.version());
        var before = Contribution.of(post);
        var children = new LinkedHashMap<Post, PostState>();
        posts.children(id).forEach(child -> {
            children.put(child, PostState.of(child));
            child.setParent(post.parentId());
            child.touch(clock.instant());
            slugs.keepAfterMove(child, id, child.isPublished());
        });
        posts.flush();
        events.changed(children, actor.userId());
        slugs.delete(post);
        jobs.cancel(ScheduledPublishing.KIND, id);
        events.deleted(post, actor.userId());
        removed.fire(new PostRemoved(id));
        posts.delete(post);
        counts.applyCounters(before, Contribution.NONE);
    }

    /**
     * Gives several posts one status, all or none; {@link PostStatus#TRASHED} moves them to the trash.
     *
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} that names each refused post as {@code
     *     ids/index}
     */
    public List<PostView> changeStatus(PostType type, List<Long> ids, PostStatus status, Actor actor) {
        statusChange.apply(type, ids, status, actor);
        posts.flush();
        return posts.readAll(type, new TreeSet<>(ids)).stream()
                .map(row -> queries.view(row, actor, null))
                .toList();
    }

    /** Publishes a scheduled post if it is due. */
    void publishDue(long id) {
        posts.lock(id).filter(post -> post.status() == PostStatus.SCHEDULED).ifPresent(post -> {
            var before = PostState.of(post);
            var now = clock.instant();
            var isDue = !post.publishedAt().isAfter(now);
            if (isDue) {
                post.publish(now);
                post.touch(now);
            }
            applyCounters(post, before.contribution(), PostStatus.DRAFT);
            if (isDue) {
                posts.flush();
                events.changed(post, before, null);
            }
        });
    }

    /** The caller updates counts and jobs and publishes the event. */
    void moveToTrash(Post post) {
        post.trash();
        post.touch(clock.instant());
        slugs.release(post);
    }

    private Post insert(PostType type, PostPatch fields, OnConflict inUse, Actor actor) {
        var now = clock.instant();
        var defaults = settings.get();
        var author = users.me(actor);
        var post = new Post(ids.next(IdSpace.CONTENT), type, author, "urn:uuid:" + UUID.randomUUID(), now);
        post.setCommentsOpen(type == PostType.POST && defaults.defaultCommentsOpen());
        post.setPingsOpen(type == PostType.POST && defaults.defaultPingsOpen());
        var body = new PostBody(post.id(), ContentFormat.MARKDOWN, "");
        editor.apply(post, body, fields, inUse, actor, now);
        if (type == PostType.POST
                && !fields.categoryIds().isSet()
                && !fields.categories().isSet()) {
            post.setTerms(
                    TermKind.CATEGORY,
                    terms.require(TermKind.CATEGORY, List.of(defaults.defaultCategoryId()), "categoryIds"));
        }
        // Terms are locked before users everywhere; from here on the author cannot be deleted.
        applyCounters(post, Contribution.NONE, PostStatus.DRAFT);
        users.lockAgainstDeletion(post.author());
        posts.persist(post);
        posts.persist(body);
        searchTexts.makeSearchable(post, body);
        events.created(post, actor.userId());
        return post;
    }

    private void change(Post post, PostPatch changes, ExpectedVersion expected, Actor actor) {
        var unfitted = new PatchFitter.FittedPatch(changes, Patch.absent());
        change(post, unfitted, expected, Occasion.SAVE, OnConflict.REFUSE, actor);
    }

    private void change(
            Post post,
            PatchFitter.FittedPatch fitted,
            ExpectedVersion expected,
            Occasion occasion,
            OnConflict inUse,
            Actor actor) {
        PostRights.requireEdit(post, actor);
        expected.check(post.version());
        PostRights.requireUntrashed(post);
        var before = PostState.of(post);
        var former = former(post);
        edit(post, fitted.changes(), inUse, actor);
        setTitleHtml(post, fitted);
        recordChange(post, before, former, occasion, actor);
    }

    private void edit(Post post, PostPatch changes, OnConflict inUse, Actor actor) {
        var body = posts.body(post.id());
        editor.apply(post, body, changes, inUse, actor, clock.instant());
        if (changes.touchText()) {
            searchTexts.makeSearchable(post, body);
        }
    }

    private static void setTitleHtml(Post post, PatchFitter.FittedPatch fitted) {
        fitted.titleHtml().ifSet(html -> post.rename(post.title(), html));
    }

    /** A new author must not be deleted between the check and the commit. */
    private void lockNewAuthor(Post post, Former former) {
        if (!post.author().id().equals(former.author().id())) {
            users.lockAgainstDeletion(post.author());
        }
    }

    private void trash(Post post, ExpectedVersion expected, Actor actor) {
        PostRights.requireDelete(post, actor);
        expected.check(post.version());
        if (post.isTrashed()) {
            return;
        }
        var before = PostState.of(post);
        var former = former(post);
        moveToTrash(post);
        recordChange(post, before, former, Occasion.SAVE, actor);
    }

    private void restore(Post post, ExpectedVersion expected, Actor actor) {
        PostRights.requireEdit(post, actor);
        expected.check(post.version());
        if (!post.isTrashed()) {
            throw new CmsException(
                    ErrorCode.POST_NOT_TRASHED,
                    "This %s is not in the trash.".formatted(post.type().noun()));
        }
        var before = PostState.of(post);
        var former = former(post);
        post.restore();
        post.touch(clock.instant());
        slugs.reclaim(post);
        recordChange(post, before, former, Occasion.SAVE, actor);
    }

    private Former former(Post post) {
        return new Former(queries.content(post), post.author(), post.updatedAt());
    }

    /** Updates counts and jobs, records revisions and publishes the event. */
    private void recordChange(Post post, PostState before, Former former, Occasion occasion, Actor actor) {
        applyCounters(post, before.contribution(), before.status());
        lockNewAuthor(post, former);
        saved.fire(new PostsSaved(List.of(new PostSaved(post, former, queries.content(post), occasion, actor))));
        posts.flush();
        events.changed(post, before, actor.userId());
    }

    /** Updates the counts, and schedules or cancels publication. */
    private void applyCounters(Post post, Contribution before, PostStatus formerStatus) {
        counts.applyCounters(before, Contribution.of(post));
        if (post.status() == PostStatus.SCHEDULED) {
            jobs.schedule(ScheduledPublishing.KIND, post.id(), post.publishedAt());
        } else if (formerStatus == PostStatus.SCHEDULED) {
            jobs.cancel(ScheduledPublishing.KIND, post.id());
        }
    }

    /**
     * Locks a page and its future ancestors, in the usual order, so that none of them moves below the page
     * meanwhile.
     */
    private void lockWithParent(long id, PostPatch changes) {
        if (changes.parentId().value() != null) {
            posts.lockWithPath(id, changes.parentId().value());
        }
    }

    /** Returns what the next read would return. */
    private PostView reread(PostType type, long id, Actor actor) {
        posts.flush();
        return queries.get(type, id, actor, null);
    }
}
