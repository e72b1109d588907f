package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.platform.event.ReadTags;
import io.masthead.post.access.PostRights;
import io.masthead.post.access.PostVisibility;
import io.masthead.post.event.PostTags;
import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Decides who may see, read, comment on and change a post, and guards access to what belongs to posts. */
@ApplicationScoped
@Transactional
public class PostAccess {

    private final PostRepository posts;
    private final SettingService settings;
    private final ReadTags reads;
    private final Clock clock;

    PostAccess(PostRepository posts, SettingService settings, ReadTags reads, Clock clock) {
        this.posts = posts;
        this.settings = settings;
        this.reads = reads;
        this.clock = clock;
    }

    /**
     * Checks that the caller may read what belongs to a post, such as its comments. One statement.
     *
     * @param password the password sent for a protected post; null if none
     * @throws CmsException {@link ErrorCode#POST_NOT_FOUND}, {@link ErrorCode#POST_HIDDEN}, {@link
     *     ErrorCode#POST_PASSWORD_REQUIRED} or {@link ErrorCode#POST_PASSWORD_WRONG}
     */
    public Post requireReadable(PostType type, long id, Actor actor, String password) {
        return requireReadable(get(type, id), actor, password);
    }

    private Post get(PostType type, long id) {
        reads.add(PostTags.of(type, id));
        return posts.withAuthor(id).filter(found -> found.type() == type).orElseThrow(() -> PostRights.notFound(type));
    }

    /** As {@link #requireReadable(PostType, long, Actor, String)}, for a post that has already been read. */
    public Post requireReadable(Post post, Actor actor, String password) {
        PostRights.requireVisible(post, actor);
        if (post.isProtected() && !PostRights.mayEdit(post, actor)) {
            if (password == null) {
                throw new CmsException(
                        ErrorCode.POST_PASSWORD_REQUIRED,
                        "This %s is protected; send its password."
                                .formatted(post.type().noun()));
            }
            PostRights.requirePassword(post, password);
        }
        return post;
    }

    /**
     * Checks that the caller may comment on a post and locks it until the end of the transaction.
     *
     * @param type null for any
     * @param password the password sent for a protected post; null if none
     * @throws CmsException as {@link #requireReadable}, and {@link ErrorCode#COMMENT_POST_DRAFT}, {@link
     *     ErrorCode#COMMENT_POST_TRASHED} or {@link ErrorCode#COMMENTS_CLOSED}
     */
    public Post requireCommentable(PostType type, long id, Actor actor, String password) {
        var post = posts.lock(id)
                .filter(found -> type == null || found.type() == type)
                .orElseThrow(() -> PostRights.notFound(type == null ? PostType.POST : type));
        return requireOpen(post, actor, password);
    }

    /** As {@link #requireCommentable}, for any type and without a lock. */
    public Post checkCommentable(long id, Actor actor, String password) {
        return requireOpen(posts.withAuthor(id).orElseThrow(() -> PostRights.notFound(PostType.POST)), actor, password);
    }

    private Post requireOpen(Post post, Actor actor, String password) {
        if (post.status() == PostStatus.PENDING || post.status() == PostStatus.SCHEDULED) {
            PostRights.requireVisible(post, actor);
        }
        switch (post.status()) {
            case DRAFT, PENDING, SCHEDULED ->
                throw new CmsException(ErrorCode.COMMENT_POST_DRAFT, PostRights.notFoundMessage(post.type()));
            case TRASHED ->
                throw new CmsException(ErrorCode.COMMENT_POST_TRASHED, PostRights.notFoundMessage(post.type()));
            case PUBLISHED, PRIVATE -> requireReadable(post, actor, password);
        }
        if (!acceptsComments(post)) {
            throw new CmsException(
                    ErrorCode.COMMENTS_CLOSED,
                    "Comments are closed on this %s.".formatted(post.type().noun()));
        }
        return post;
    }

    /** Whether comments are open now, by the post and the settings of the site. */
    public boolean acceptsComments(Post post) {
        return post.acceptsComments(clock.instant(), settings.get().commentsCloseDays());
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

    /** Whether the caller may move a post to the trash and delete it. */
    public boolean mayDelete(Post post, Actor actor) {
        return PostRights.mayDelete(post, actor);
    }

    /**
     * Whether {@link #requireEditable} lets the caller pass. One statement.
     *
     * @throws CmsException {@link ErrorCode#POST_NOT_FOUND}
     */
    public boolean isEditable(PostType type, long id, Actor actor) {
        var post = get(type, id);
        return PostVisibility.of(type, actor).covers(post)
                && PostRights.mayEdit(post, actor.unrestricted())
                && actor.can(type.edit());
    }

    /**
     * Checks that the caller may see what only editors of a post see, such as its revisions. One statement.
     *
     * @param what completes "You are not allowed to …"
     * @throws CmsException {@link ErrorCode#POST_NOT_FOUND}, {@link ErrorCode#POST_HIDDEN}, and as {@link
     *     Actor#require(io.masthead.kernel.Capability, String)}
     */
    public Post requireEditable(PostType type, long id, String what, Actor actor) {
        var post = get(type, id);
        PostRights.requireVisible(post, actor);
        if (!PostRights.mayEdit(post, actor.unrestricted())) {
            throw actor.refused(what);
        }
        actor.require(type.edit(), what);
        return post;
    }

    /**
     * Checks that the caller may change what belongs to a post and locks it until the end of the transaction.
     *
     * @throws CmsException as {@link PostCommands#update}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Post lockEditable(PostType type, long id, Actor actor) {
        var post = lockVisible(type, id, actor);
        PostRights.requireEdit(post, actor);
        PostRights.requireUntrashed(post);
        return post;
    }

    /** Locks posts until the end of the transaction, in one order to avoid deadlocks. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Post> lock(Collection<Long> ids) {
        return posts.lockAll(ids);
    }

    /** The posts that exist, by id, without a check of rights. One statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Post> find(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : posts.withAuthors(ids);
    }

    /** The post, locked until the end of the transaction, if the caller may see it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Post lockVisible(PostType type, long id, Actor actor) {
        var post = posts.lock(type, id).orElseThrow(() -> PostRights.notFound(type));
        PostRights.requireVisible(post, actor);
        return post;
    }
}
