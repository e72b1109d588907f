package io.masthead.post;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.post.access.PostRights;
import io.masthead.post.access.PostVisibility;
import io.masthead.setting.SettingService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Decides who may see, read, comment on and change a post; the gate for what belongs to posts. */
@ApplicationScoped
@Transactional
public class PostAccess {

    private final PostRepository posts;
    private final SettingService settings;
    private final Clock clock;

    PostAccess(PostRepository posts, SettingService settings, Clock clock) {
        this.posts = posts;
        this.settings = settings;
        this.clock = clock;
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
            PostRights.requirePassword(post, password);
        }
        return post;
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

    /** Whether anybody may comment now, as far as the post and the site's settings say. */
    public boolean takesComments(Post post) {
        return post.takesComments(clock.instant(), settings.get().commentsCloseDays());
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
     * @throws CmsException as {@link PostCommands#update}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Post holdEditable(PostType type, long id, Actor actor) {
        var post = holdVisible(type, id, actor);
        PostRights.requireEdit(post, actor);
        PostRights.requireUntrashed(post);
        return post;
    }

    /**
     * Holds posts still until the end of the transaction; those who hold several take them in one
     * order, so that nobody waits for each other.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Post> hold(Collection<Long> ids) {
        return posts.holdAll(ids);
    }

    /** Those of these posts that are there, by id, whoever asks. One statement. */
    @Transactional(Transactional.TxType.MANDATORY)
    public Map<Long, Post> find(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : posts.withAuthors(ids);
    }

    /** The post, held still until the end of the transaction, if the caller may see it. */
    @Transactional(Transactional.TxType.MANDATORY)
    Post holdVisible(PostType type, long id, Actor actor) {
        var post = posts.lock(type, id).orElseThrow(() -> PostRights.notFound(type));
        PostRights.requireVisible(post, actor);
        return post;
    }
}
