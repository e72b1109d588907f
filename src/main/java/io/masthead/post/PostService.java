package io.masthead.post;

import io.masthead.idempotency.Idempotency;
import io.masthead.ids.IdSpace;
import io.masthead.ids.Ids;
import io.masthead.job.Jobs;
import io.masthead.kernel.Actor;
import io.masthead.kernel.Change;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.OnConflict;
import io.masthead.kernel.Page;
import io.masthead.kernel.RequestKey;
import io.masthead.kernel.Scope;
import io.masthead.lane.BoundedReads;
import io.masthead.post.PostSaved.Former;
import io.masthead.post.PostSaved.Occasion;
import io.masthead.post.PublishedCounts.Share;
import io.masthead.setting.SettingService;
import io.masthead.slug.SlugTarget;
import io.masthead.taxonomy.TermKind;
import io.masthead.taxonomy.TermService;
import io.masthead.text.ContentFormat;
import io.masthead.text.RenderedContent;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;

/** Reads, writes and removes posts and pages; the gate for the rights over them. */
@ApplicationScoped
@Transactional
public class PostService {

    /** No id: ids begin with 1. */
    private static final long NOTHING = 0;

    private final PostRepository posts;
    private final PostEditor editor;
    private final LenientChanges lenient;
    private final PostAddresses addresses;
    private final StatusChange statusChange;
    private final PublishedCounts counts;
    private final TermService terms;
    private final UserService users;
    private final SettingService settings;
    private final Idempotency idempotency;
    private final Jobs jobs;
    private final Event<PostRemoved> removed;
    private final Event<PostsSaved> saved;
    private final Ids ids;
    private final Clock clock;

    PostService(
            PostRepository posts,
            PostEditor editor,
            LenientChanges lenient,
            PostAddresses addresses,
            StatusChange statusChange,
            PublishedCounts counts,
            TermService terms,
            UserService users,
            SettingService settings,
            Idempotency idempotency,
            Jobs jobs,
            Event<PostRemoved> removed,
            Event<PostsSaved> saved,
            Ids ids,
            Clock clock) {
        this.posts = posts;
        this.editor = editor;
        this.lenient = lenient;
        this.addresses = addresses;
        this.statusChange = statusChange;
        this.counts = counts;
        this.terms = terms;
        this.users = users;
        this.settings = settings;
        this.idempotency = idempotency;
        this.jobs = jobs;
        this.removed = removed;
        this.saved = saved;
        this.ids = ids;
        this.clock = clock;
    }

    /** A page of the posts or pages that the caller may see. */
    @BoundedReads
    public Page<PostView> search(PostQuery query, Actor actor) {
        return search(query, actor, null);
    }

    /**
     * As {@link #search(PostQuery, Actor)}, for a caller who has a password.
     *
     * @param password opens those posts of the page that it is the password of; null for nothing
     */
    @BoundedReads
    public Page<PostView> search(PostQuery query, Actor actor, String password) {
        return posts.search(query, actor, descendants(query.filter())).map(row -> opened(row, actor, password));
    }

    private CategoryDescendants descendants(PostFilter filter) {
        var upper = filter.terms().stream().filter(TermFilter::reachesBelow).toList();
        var ids = upper.stream().flatMap(one -> one.ids().stream()).toList();
        var slugs = upper.stream().flatMap(one -> one.slugs().stream()).toList();
        return new CategoryDescendants(
                ids.isEmpty() ? Map.of() : terms.withDescendantsOf(ids),
                slugs.isEmpty() ? Map.of() : terms.withDescendants(slugs));
    }

    /**
     * What the caller may see of these, in the order of their ids; texts behind a password stay
     * closed.
     */
    public List<PostView> visible(PostType type, Collection<Long> ids, Actor actor) {
        var visibility = PostVisibility.of(type, actor);
        return ids.isEmpty()
                ? List.of()
                : posts.readAll(type, ids).stream()
                        .filter(row -> visibility.covers(row.post()))
                        .map(row -> view(row, actor, null))
                        .toList();
    }

    /** Whether the caller may move a post to the trash and delete it. */
    public boolean mayDelete(Post post, Actor actor) {
        return PostRights.mayDelete(post, actor);
    }

    /**
     * @param password what the caller sent for a protected post; null for nothing
     * @throws CmsException {@link ErrorCode#POST_NOT_FOUND}, {@link ErrorCode#POST_HIDDEN} or
     *     {@link ErrorCode#POST_PASSWORD_WRONG}
     */
    public PostView get(PostType type, long id, Actor actor, String password) {
        var row = posts.read(type, id, actor).orElseThrow(() -> unreadable(type, id));
        return view(row, actor, password);
    }

    private CmsException unreadable(PostType type, long id) {
        return posts.exists(type, id) ? PostRights.hidden(type) : PostRights.notFound(type);
    }

    /**
     * Finds by address, one it had before included.
     *
     * @param path a slug; for pages the slugs from the top of the tree down
     */
    public LocatedPost getByPath(PostType type, List<String> path, Actor actor, String password) {
        var found = addresses.find(type, path);
        // Also where nothing has the address: the time must not tell what is hidden from missing.
        var view = get(type, found.map(SlugTarget::ownerId).orElse(NOTHING), actor, password);
        var place = found.orElseThrow();
        return new LocatedPost(view, place.current(), place.current() ? path : addresses.path(view.post()));
    }

    /**
     * Lets the caller on to what belongs to a post, such as its comments. One statement.
     *
     * @param password what the caller sent for a protected post; null for nothing
     * @throws CmsException {@link ErrorCode#POST_NOT_FOUND}, {@link ErrorCode#POST_HIDDEN}, {@link
     *     ErrorCode#POST_PASSWORD_REQUIRED} or {@link ErrorCode#POST_PASSWORD_WRONG}
     */
    public Post requireReadable(PostType type, long id, Actor actor, String password) {
        var post = posts.withAuthor(id).filter(found -> found.type() == type);
        return requireReadable(post.orElseThrow(() -> PostRights.notFound(type)), actor, password);
    }

    /**
     * Lets the caller comment on a post, which is held still until the end of the transaction.
     *
     * @param type null for any
     * @param password what the caller sent for a protected post; null for nothing
     * @throws CmsException as {@link #requireReadable}, and {@link ErrorCode#COMMENT_POST_DRAFT},
     *     {@link ErrorCode#COMMENT_POST_TRASHED} or {@link ErrorCode#COMMENTS_CLOSED}
     */
    public Post requireCommentable(PostType type, long id, Actor actor, String password) {
        var post = posts.lock(id)
                .filter(found -> type == null || found.type() == type)
                .orElseThrow(() -> PostRights.notFound(type == null ? PostType.POST : type));
        return requireOpen(post, actor, password);
    }

    /** As {@link #requireCommentable}, of any type and without holding the post. */
    public Post checkCommentable(long id, Actor actor, String password) {
        return requireOpen(posts.withAuthor(id).orElseThrow(() -> PostRights.notFound(PostType.POST)), actor, password);
    }

    /**
     * Lets the caller on to what only those see who may change a post, such as its revisions. One
     * statement.
     *
     * @param what completes "You are not allowed to …"
     * @throws CmsException {@link ErrorCode#POST_NOT_FOUND}, {@link ErrorCode#POST_HIDDEN}, and as
     *     {@link Actor#require(io.masthead.kernel.Capability, String)}
     */
    public Post requireEditable(PostType type, long id, String what, Actor actor) {
        var post =
                posts.withAuthor(id).filter(found -> found.type() == type).orElseThrow(() -> PostRights.notFound(type));
        PostRights.requireVisible(post, actor);
        if (!PostRights.mayEdit(post, actor.unrestricted())) {
            throw actor.refused(what);
        }
        actor.require(type.edit(), what);
        return post;
    }

    /**
     * Lets the caller change what belongs to a post, which is held still until the end of the
     * transaction.
     *
     * @throws CmsException as {@link #update}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Post holdEditable(PostType type, long id, Actor actor) {
        var post = lock(type, id, actor);
        PostRights.requireEdit(post, actor);
        requireUntrashed(post);
        return post;
    }

    /** What a post says; the caller has seen to it that it may be told. */
    public PostContent content(Post post) {
        return PostContent.of(post, posts.body(post.id()));
    }

    /** Whether anybody may comment now, as far as the post and the site's settings say. */
    public boolean takesComments(Post post) {
        return post.takesComments(clock.instant(), settings.get().commentsCloseDays());
    }

    /**
     * Holds posts still until the end of the transaction; those who hold several take them in one
     * order, so that nobody waits for each other.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Post> hold(Collection<Long> ids) {
        return posts.holdAll(ids);
    }

    /** The addresses that the post had before, the present parent's only for a page. */
    public List<String> formerSlugs(Post post) {
        return addresses.former(post);
    }

    /**
     * The slug that each post would get from its title if it were out; absent where a thousand
     * posts have that title. One statement, mostly.
     */
    public Map<Long, String> slugProposals(Collection<Post> of) {
        return addresses.proposals(of);
    }

    public PostNeighbours neighbours(Post post) {
        if (!post.isPublished()) {
            return new PostNeighbours(null, null);
        }
        return new PostNeighbours(
                posts.neighbour(post, false).orElse(null),
                posts.neighbour(post, true).orElse(null));
    }

    /** How many posts were published in each month that has any, latest first. */
    public List<MonthCount> months() {
        return posts.months(settings.get().timeZone());
    }

    /**
     * @param key null where the client sent no Idempotency-Key
     */
    public PostView create(PostType type, PostChanges fields, RequestKey key, Actor actor) {
        actor.require(type.edit(), Scope.CONTENT_WRITE, "write a " + type.noun());
        var id = idempotency.once(
                key,
                type.noun(),
                actor,
                () -> insert(type, fields, OnConflict.REFUSE, actor).id());
        return reread(type, id, actor);
    }

    public PostView update(PostType type, long id, PostChanges changes, ExpectedVersion expected, Actor actor) {
        holdWithParent(id, changes);
        var post = lock(type, id, actor);
        // The excerpt as it is shown, which need not be what was written.
        var excerpt = changes.excerpt().differingFrom(post.excerpt());
        change(post, changes.withExcerpt(excerpt), expected, Occasion.SAVE, actor);
        return reread(type, id, actor);
    }

    /**
     * As {@link #create}, of what may not all be possible as it is asked for: see {@link
     * LenientChanges}. The title may hold inline HTML.
     */
    public PostView createLeniently(PostType type, PostChanges fields, Actor actor) {
        actor.require(type.edit(), Scope.CONTENT_WRITE, "write a " + type.noun());
        var fitted = lenient.fit(null, fields, actor);
        var post = insert(type, fitted.changes(), OnConflict.FIT, actor);
        mark(post, fitted);
        return reread(type, post.id(), actor);
    }

    /**
     * As {@link #update}, of what may not all be possible as it is asked for: see {@link
     * LenientChanges}. What lies in the trash can be changed there, and a status takes it out.
     */
    public PostView updateLeniently(PostType type, long id, PostChanges changes, Actor actor) {
        holdWithParent(id, changes);
        var post = lock(type, id, actor);
        PostRights.requireEdit(post, actor);
        if (post.isTrashed() && changes.status().isSet()) {
            restore(post, ExpectedVersion.ANY, actor);
        }
        var fitted = lenient.fit(post, changes, actor);
        var before = Share.of(post);
        var formerStatus = post.status();
        var former = former(post);
        edit(post, fitted.changes(), OnConflict.FIT, actor);
        mark(post, fitted);
        settle(post, before, formerStatus);
        keepNewAuthor(post, former);
        tell(post, former, Occasion.SAVE, actor);
        return reread(type, id, actor);
    }

    private void edit(Post post, PostChanges changes, OnConflict inUse, Actor actor) {
        var body = posts.body(post.id());
        editor.apply(post, body, changes, inUse, actor, clock.instant());
        if (changes.touchText()) {
            posts.makeSearchable(post, body);
        }
    }

    private static void mark(Post post, LenientChanges.Fitted fitted) {
        fitted.titleHtml().ifSet(html -> post.rename(post.title(), html));
    }

    /** As {@link #update}, for what a client sends by itself while somebody writes. */
    public PostView autosave(PostType type, long id, ContentChanges content, Actor actor) {
        var post = lock(type, id, actor);
        var fitted = lenient.fit(post, PostChanges.ofContent(content), actor);
        change(post, fitted, ExpectedVersion.ANY, Occasion.AUTOSAVE, actor);
        return reread(type, id, actor);
    }

    /** As {@link #update}: says again what was said once, with the markup of the title. */
    public PostView say(PostType type, long id, PostContent content, ExpectedVersion expected, Actor actor) {
        var post = lock(type, id, actor);
        var changes = new LenientChanges.Fitted(content.toChanges(post), Change.to(content.titleHtml()));
        change(post, changes, expected, Occasion.SAVE, actor);
        return reread(type, id, actor);
    }

    /** Moves to the trash; what lies there already stays as it is. */
    public PostView trash(PostType type, long id, ExpectedVersion expected, Actor actor) {
        var post = lock(type, id, actor);
        trash(post, expected, actor);
        return reread(type, id, actor);
    }

    /**
     * Takes out of the trash, back to the status it had.
     *
     * @throws CmsException {@link ErrorCode#POST_NOT_TRASHED}
     */
    public PostView restore(PostType type, long id, ExpectedVersion expected, Actor actor) {
        var post = lock(type, id, actor);
        restore(post, expected, actor);
        return reread(type, id, actor);
    }

    /** Deletes for good, with its comments; the pages below a page move up. */
    public void delete(PostType type, long id, ExpectedVersion expected, Actor actor) {
        posts.holdWithChildren(id);
        var post = lock(type, id, actor);
        PostRights.requireDelete(post, actor);
        expected.check(post.version());
        var before = Share.of(post);
        posts.children(id).forEach(child -> {
            child.placeUnder(post.parentId());
            child.touch(clock.instant());
            addresses.follow(child, id, child.isPublished());
        });
        addresses.forget(post);
        jobs.cancel(ScheduledPublishing.KIND, id);
        removed.fire(new PostRemoved(id));
        posts.delete(post);
        counts.settle(before, Share.NONE);
    }

    /**
     * Gives many posts one status, all of them or none; {@link PostStatus#TRASHED} moves to the
     * trash.
     *
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} that names each post that stands
     *     against it as {@code ids/index}
     */
    public List<PostView> changeStatus(PostType type, List<Long> ids, PostStatus status, Actor actor) {
        statusChange.apply(type, ids, status, actor);
        posts.getEntityManager().clear();
        return posts.readAll(type, new TreeSet<>(ids)).stream()
                .map(row -> view(row, actor, null))
                .toList();
    }

    /** Publishes what was scheduled, if its time has come. */
    void publishDue(long id) {
        posts.lock(id).filter(post -> post.status() == PostStatus.SCHEDULED).ifPresent(post -> {
            var before = Share.of(post);
            var now = clock.instant();
            if (!post.publishedAt().isAfter(now)) {
                post.publish(now);
                post.touch(now);
            }
            settle(post, before, PostStatus.DRAFT);
        });
    }

    /** The caller settles what follows from it. */
    void moveToTrash(Post post) {
        post.trash();
        post.touch(clock.instant());
        addresses.release(post);
    }

    private Post insert(PostType type, PostChanges fields, OnConflict inUse, Actor actor) {
        var now = clock.instant();
        var defaults = settings.get();
        var author = users.me(actor);
        var post = new Post(ids.next(IdSpace.CONTENT), type, author, "urn:uuid:" + UUID.randomUUID(), now);
        post.openComments(type == PostType.POST && defaults.defaultCommentsOpen());
        post.openPings(type == PostType.POST && defaults.defaultPingsOpen());
        var body = new PostBody(post.id(), ContentFormat.MARKDOWN, "", new RenderedContent("", ""));
        editor.apply(post, body, fields, inUse, actor, now);
        if (type == PostType.POST && !fields.categoryIds().isSet()) {
            post.file(
                    TermKind.CATEGORY,
                    terms.require(TermKind.CATEGORY, List.of(defaults.defaultCategoryId()), "categoryIds"));
        }
        // Terms are held before users everywhere, and nobody may delete the author from here on.
        settle(post, Share.NONE, PostStatus.DRAFT);
        users.keep(post.author());
        posts.persist(post);
        posts.persist(body);
        posts.makeSearchable(post, body);
        return post;
    }

    private void change(Post post, PostChanges changes, ExpectedVersion expected, Occasion occasion, Actor actor) {
        change(post, new LenientChanges.Fitted(changes, Change.absent()), expected, occasion, actor);
    }

    private void change(
            Post post, LenientChanges.Fitted fitted, ExpectedVersion expected, Occasion occasion, Actor actor) {
        PostRights.requireEdit(post, actor);
        expected.check(post.version());
        requireUntrashed(post);
        var before = Share.of(post);
        var formerStatus = post.status();
        var former = former(post);
        edit(post, fitted.changes(), OnConflict.REFUSE, actor);
        mark(post, fitted);
        settle(post, before, formerStatus);
        keepNewAuthor(post, former);
        tell(post, former, occasion, actor);
    }

    /** Nobody may delete the account between the check that it is there and the end. */
    private void keepNewAuthor(Post post, Former former) {
        if (!post.author().id().equals(former.author().id())) {
            users.keep(post.author());
        }
    }

    private void trash(Post post, ExpectedVersion expected, Actor actor) {
        PostRights.requireDelete(post, actor);
        expected.check(post.version());
        if (post.isTrashed()) {
            return;
        }
        var before = Share.of(post);
        var formerStatus = post.status();
        var former = former(post);
        moveToTrash(post);
        settle(post, before, formerStatus);
        tell(post, former, Occasion.SAVE, actor);
    }

    private void restore(Post post, ExpectedVersion expected, Actor actor) {
        PostRights.requireEdit(post, actor);
        expected.check(post.version());
        if (!post.isTrashed()) {
            throw new CmsException(
                    ErrorCode.POST_NOT_TRASHED,
                    "This %s does not lie in the trash.".formatted(post.type().noun()));
        }
        var former = former(post);
        post.restore();
        post.touch(clock.instant());
        addresses.reclaim(post);
        settle(post, Share.NONE, PostStatus.TRASHED);
        tell(post, former, Occasion.SAVE, actor);
    }

    private Former former(Post post) {
        return new Former(content(post), post.author(), post.updatedAt());
    }

    private void tell(Post post, Former former, Occasion occasion, Actor actor) {
        saved.fire(new PostsSaved(List.of(new PostSaved(post, former, content(post), occasion, actor))));
    }

    /** What follows from a change: the counts, and the promise to publish a scheduled post. */
    private void settle(Post post, Share before, PostStatus formerStatus) {
        counts.settle(before, Share.of(post));
        if (post.status() == PostStatus.SCHEDULED) {
            jobs.schedule(ScheduledPublishing.KIND, post.id(), post.publishedAt());
        } else if (formerStatus == PostStatus.SCHEDULED) {
            jobs.cancel(ScheduledPublishing.KIND, post.id());
        }
    }

    /**
     * Holds a page together with all that it is to stand under, so that nobody moves one of those
     * below it meanwhile. In one order, as everybody who holds several.
     */
    private void holdWithParent(long id, PostChanges changes) {
        if (changes.parentId().value() != null) {
            posts.holdWithPath(id, changes.parentId().value());
        }
    }

    private Post lock(PostType type, long id, Actor actor) {
        var post = posts.lock(type, id).orElseThrow(() -> PostRights.notFound(type));
        PostRights.requireVisible(post, actor);
        return post;
    }

    /** The answer to a write is what the next read would give. */
    private PostView reread(PostType type, long id, Actor actor) {
        posts.flush();
        posts.getEntityManager().clear();
        return get(type, id, actor, null);
    }

    private PostView view(PostRepository.Row row, Actor actor, String password) {
        var post = row.post();
        var editable = PostRights.mayEdit(post, actor);
        var unlocked = editable || !post.isProtected();
        if (!unlocked && password != null) {
            requirePassword(post, password);
            unlocked = true;
        }
        return new PostView(post, row.body(), unlocked, editable);
    }

    /** As {@link #view}, with a password that need not be meant for this post. */
    private PostView opened(PostRepository.Row row, Actor actor, String password) {
        return view(row, actor, row.post().unlocks(password) ? password : null);
    }

    /**
     * As {@link #requireReadable(PostType, long, Actor, String)}, for a post that has been read.
     */
    public Post requireReadable(Post post, Actor actor, String password) {
        PostRights.requireVisible(post, actor);
        if (post.isProtected() && !PostRights.mayEdit(post, actor)) {
            if (password == null) {
                throw new CmsException(
                        ErrorCode.POST_PASSWORD_REQUIRED,
                        "This %s is protected; send its password to go on."
                                .formatted(post.type().noun()));
            }
            requirePassword(post, password);
        }
        return post;
    }

    private Post requireOpen(Post post, Actor actor, String password) {
        if (post.status() == PostStatus.PENDING || post.status() == PostStatus.SCHEDULED) {
            PostRights.requireVisible(post, actor);
        }
        switch (post.status()) {
            case DRAFT, PENDING, SCHEDULED ->
                throw new CmsException(ErrorCode.COMMENT_POST_DRAFT, PostRights.absent(post.type()));
            case TRASHED -> throw new CmsException(ErrorCode.COMMENT_POST_TRASHED, PostRights.absent(post.type()));
            case PUBLISHED, PRIVATE -> requireReadable(post, actor, password);
        }
        if (!takesComments(post)) {
            throw new CmsException(
                    ErrorCode.COMMENTS_CLOSED,
                    "Comments are closed on this %s.".formatted(post.type().noun()));
        }
        return post;
    }

    /** Whether the caller may read the post without its password. */
    public boolean isReadable(Post post, Actor actor) {
        return PostVisibility.of(post.type(), actor).covers(post)
                && (!post.isProtected() || PostRights.mayEdit(post, actor));
    }

    /** Whether the caller may change the post. */
    public boolean isEditable(Post post, Actor actor) {
        return PostRights.mayEdit(post, actor);
    }

    /** Those of these posts that are there, by id, whoever asks. One statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Post> find(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : posts.withAuthors(ids);
    }

    private static void requirePassword(Post post, String password) {
        if (!post.unlocks(password)) {
            throw new CmsException(
                    ErrorCode.POST_PASSWORD_WRONG,
                    "This is not the password of this %s.".formatted(post.type().noun()));
        }
    }

    private static void requireUntrashed(Post post) {
        if (post.isTrashed()) {
            throw new CmsException(
                    ErrorCode.POST_TRASHED,
                    "This %s lies in the trash; restore it before you change it."
                            .formatted(post.type().noun()));
        }
    }
}
