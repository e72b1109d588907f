package io.masthead.comment;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Change;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Violations;
import io.masthead.post.Post;
import io.masthead.post.PostService;
import io.masthead.text.ContentFormat;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;

/** What those who keep a comment do with it: moderators, and who may change the post it is on. */
@ApplicationScoped
@Transactional
public class CommentKeeping {

    private static final int MAX_USER_AGENT = 1_000;
    private static final int MAX_ADDRESS = 100;

    private final CommentRepository comments;
    private final CommentTransitions statuses;
    private final CommentDeletion removal;
    private final CommentMover moves;
    private final CommentFingerprints fingerprints;
    private final CommentPolicy policy;
    private final PostService posts;
    private final UserService users;
    private final Clock clock;

    CommentKeeping(
            CommentRepository comments,
            CommentTransitions statuses,
            CommentDeletion removal,
            CommentMover moves,
            CommentFingerprints fingerprints,
            CommentPolicy policy,
            PostService posts,
            UserService users,
            Clock clock) {
        this.comments = comments;
        this.statuses = statuses;
        this.removal = removal;
        this.moves = moves;
        this.fingerprints = fingerprints;
        this.policy = policy;
        this.posts = posts;
        this.users = users;
        this.clock = clock;
    }

    /**
     * Changes a comment, all that is asked for or nothing.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND}, the refusal that suits the caller,
     *     {@link ErrorCode#POST_NOT_FOUND} for a post to move to that is not there or that the
     *     caller may not change, {@link ErrorCode#COMMENT_DUPLICATE} or {@link
     *     ErrorCode#VALIDATION_FAILED}
     */
    public void change(long id, CommentRevision revision, Actor actor) {
        var comment = held(id, revision.postId(), actor, "change");
        if (revision.isModeration()) {
            CommentPolicy.requireModerator(actor);
        }
        if (revision.rewrites()) {
            rewrite(comment, revision, actor);
        }
        if (revision.status().isSet()) {
            enter(comment, revision.status().value(), actor);
        }
        comments.flush();
    }

    /**
     * Moves a comment to the trash.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND}, the refusal that suits the caller,
     *     or {@link ErrorCode#COMMENT_TRASHED}
     */
    public void trash(long id, Actor actor) {
        var comment = held(id, Change.absent(), actor, "delete");
        if (comment.status() == CommentStatus.TRASHED) {
            throw new CmsException(ErrorCode.COMMENT_TRASHED, "This comment lies in the trash already.");
        }
        enter(comment, CommentStatus.TRASHED, actor);
    }

    /**
     * Deletes for good; the answers move up.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND} or the refusal that suits the caller
     */
    public void delete(long id, Actor actor) {
        removal.delete(held(id, Change.absent(), actor, "delete"), Cause.PERSON, actor.userId());
    }

    private Comment held(long id, Change<Long> newPostId, Actor actor, String what) {
        var concerned = comments.postsOf(List.of(id));
        if (concerned.isEmpty()) {
            throw CommentPolicy.notFound();
        }
        // All at once, so that two who move comments to and fro never wait for each other.
        var held = new TreeSet<>(concerned);
        newPostId.ifSet(held::add);
        posts.hold(held);
        var comment = statuses.hold(id).orElseThrow(CommentPolicy::notFound);
        policy.requireModeration(postOf(comment.postId()), actor, what);
        return comment;
    }

    private Post postOf(long id) {
        return posts.hold(List.of(id)).get(0);
    }

    private void enter(Comment comment, CommentStatus status, Actor actor) {
        if (status != null) {
            statuses.enter(List.of(comment), new ModerationDecision(status, Cause.PERSON, ""), actor.userId());
        } else if (comment.status() == CommentStatus.TRASHED || comment.status() == CommentStatus.SPAM) {
            statuses.restore(List.of(comment), actor.userId());
        }
    }

    private void rewrite(Comment comment, CommentRevision revision, Actor actor) {
        sign(comment, revision);
        write(comment, revision);
        if (revision.address().isSet() || revision.userAgent().isSet()) {
            comment.setOrigin(
                    cut(revision.address().orKeep(comment.address()), MAX_ADDRESS),
                    cut(revision.userAgent().orKeep(comment.userAgent()), MAX_USER_AGENT));
        }
        revision.createdAt().ifSet(comment::date);
        comment.touch(clock.instant());
        if (revision.moves()) {
            move(comment, revision, actor);
        }
        fingerprints.renew(comment);
        statuses.note(comment, "edited", Cause.PERSON, "", actor.userId());
    }

    private void sign(Comment comment, CommentRevision revision) {
        if (!revision.changesAuthor()) {
            return;
        }
        var author = comment.author();
        if (revision.userId().isSet()) {
            var user = users.require(revision.userId().value(), "author");
            comment.assignTo(user.id());
            author = CommentAuthor.of(user);
        }
        var signed = revision.applyTo(author);
        var violations = new Violations();
        GuestRules.check(signed, false, violations);
        violations.throwIfAny();
        comment.writtenBy(signed);
    }

    private static void write(Comment comment, CommentRevision revision) {
        if (!revision.source().isSet()) {
            return;
        }
        var violations = new Violations();
        var source = revision.source().value();
        var content = CommentText.check(source, ContentFormat.WORDPRESS, violations);
        violations.throwIfAny();
        comment.write(source, ContentFormat.WORDPRESS, content.html());
    }

    private void move(Comment comment, CommentRevision revision, Actor actor) {
        var postId = revision.postId().orKeep(comment.postId());
        var elsewhere = postId != comment.postId();
        if (elsewhere && posts.hold(List.of(postId)).stream().noneMatch(post -> policy.mayModerate(post, actor))) {
            throw new CmsException(ErrorCode.POST_NOT_FOUND, "There is no post here.");
        }
        var parentId =
                revision.parentId().isSet() || elsewhere ? revision.parentId().value() : comment.parentId();
        moves.move(comment, postId, parentId);
    }

    /** Longer ones come from no browser. */
    private static String cut(String text, int length) {
        var said = text == null ? "" : text;
        return said.length() <= length ? said : said.substring(0, length);
    }
}
