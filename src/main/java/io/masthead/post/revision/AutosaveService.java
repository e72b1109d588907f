package io.masthead.post.revision;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.post.Post;
import io.masthead.post.PostAccess;
import io.masthead.post.PostCommands;
import io.masthead.post.PostContent;
import io.masthead.post.PostQueries;
import io.masthead.post.PostStatus;
import io.masthead.post.PostType;
import io.masthead.post.patch.ContentPatch;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;

/** Stores unsaved changes to a post or page: one autosave per user and post. */
@ApplicationScoped
@Transactional
public class AutosaveService {

    private final RevisionRepository revisions;
    private final PostQueries posts;
    private final PostAccess access;
    private final PostCommands commands;
    private final UserService users;
    private final Ids ids;
    private final Clock clock;

    AutosaveService(
            RevisionRepository revisions,
            PostQueries posts,
            PostAccess access,
            PostCommands commands,
            UserService users,
            Ids ids,
            Clock clock) {
        this.revisions = revisions;
        this.posts = posts;
        this.access = access;
        this.commands = commands;
        this.users = users;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * The caller's own.
     *
     * @throws CmsException {@link ErrorCode#AUTOSAVE_NOT_FOUND}, and as {@link PostAccess#requireEditable}
     */
    public RevisionView get(PostType type, long postId, Actor actor) {
        access.requireEditable(type, postId, "view autosaves of this " + type.noun(), actor);
        return revisions.autosave(postId, actor.userId()).orElseThrow(AutosaveService::notFound);
    }

    /**
     * Replaces the caller's autosave.
     *
     * @param content absent values are taken from the post
     * @param expected the version of the autosave to replace
     * @throws CmsException as {@link PostCommands#update}
     */
    public RevisionView put(PostType type, long postId, ContentPatch content, ExpectedVersion expected, Actor actor) {
        var post = access.lockEditable(type, postId, actor);
        var own = revisions.autosave(postId, actor.userId());
        check(expected, own);
        return write(post, own, posts.content(post).with(content), actor);
    }

    /**
     * Saves as WordPress does: the caller's own draft is changed itself. Otherwise absent values come from the
     * caller's autosave, or else are empty; and content equal to the post does not replace content that
     * differs.
     *
     * @throws CmsException as {@link PostCommands#update}
     */
    public AutosaveResult save(PostType type, long postId, ContentPatch content, Actor actor) {
        var post = access.lockEditable(type, postId, actor);
        if (post.status() == PostStatus.DRAFT && actor.is(post.author().id())) {
            return new AutosaveResult(commands.autosave(type, postId, content, actor), null);
        }
        var own = revisions.autosave(postId, actor.userId());
        var present = posts.content(post);
        if (own.isPresent() && present.with(content).equals(present)) {
            return new AutosaveResult(null, own.get());
        }
        var base = own.map(RevisionView::content).orElseGet(() -> PostContent.blank(present.format()));
        return new AutosaveResult(null, write(post, own, base.with(content), actor));
    }

    /**
     * Deletes the caller's autosave.
     *
     * @throws CmsException {@link ErrorCode#AUTOSAVE_NOT_FOUND}, and as {@link PostCommands#update}
     */
    public void discard(PostType type, long postId, ExpectedVersion expected, Actor actor) {
        access.lockEditable(type, postId, actor);
        var own = revisions.autosave(postId, actor.userId());
        check(expected, own);
        revisions.remove(own.orElseThrow(AutosaveService::notFound));
        revisions.updateCounts(postId);
    }

    private RevisionView write(Post post, Optional<RevisionView> own, PostContent content, Actor actor) {
        var now = clock.instant();
        var view = own.orElseGet(() -> create(post, content, actor));
        view.revision().write(content, now);
        view.body().write(content);
        revisions.updateCounts(post.id());
        return view;
    }

    private RevisionView create(Post post, PostContent content, Actor actor) {
        var id = ids.next(IdSpace.CONTENT);
        var author = users.me(actor);
        var revision = new Revision(id, post.id(), RevisionKind.AUTOSAVE, author, clock.instant(), content);
        var begun = new RevisionView(revision, new RevisionBody(id, content));
        revisions.add(begun);
        return begun;
    }

    private static void check(ExpectedVersion expected, Optional<RevisionView> own) {
        if (own.isPresent()) {
            expected.check(own.get().revision().version());
        } else if (expected.versions() != null) {
            new ExpectedVersion(Set.of()).check(0);
        }
    }

    private static CmsException notFound() {
        return new CmsException(ErrorCode.AUTOSAVE_NOT_FOUND, "You have no autosave of this.");
    }
}
