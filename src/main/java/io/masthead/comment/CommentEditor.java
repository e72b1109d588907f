package io.masthead.comment;

import io.masthead.comment.spam.CheckQueue;
import io.masthead.comment.spam.ExaminedCommentFactory;
import io.masthead.comment.spam.LocalChecks;
import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.post.Post;
import io.masthead.post.PostAccess;
import io.masthead.text.ContentFormat;
import io.masthead.text.content.CommentContent;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.TreeSet;

/** Changes the text, author and position of comments; each change in one transaction. */
@ApplicationScoped
@Transactional
class CommentEditor {

    private static final int MAX_USER_AGENT = 1_000;
    private static final int MAX_ADDRESS = 100;

    private final CommentRepository comments;
    private final CommentTransitions transitions;
    private final CommentMover mover;
    private final CommentFingerprints fingerprints;
    private final CommentPolicy policy;
    private final LocalChecks checks;
    private final CheckQueue queue;
    private final ExaminedCommentFactory examinedComments;
    private final PostAccess posts;
    private final UserService users;
    private final CommentEvents events;
    private final Clock clock;

    CommentEditor(
            CommentRepository comments,
            CommentTransitions transitions,
            CommentMover mover,
            CommentFingerprints fingerprints,
            CommentPolicy policy,
            LocalChecks checks,
            CheckQueue queue,
            ExaminedCommentFactory examinedComments,
            PostAccess posts,
            UserService users,
            CommentEvents events,
            Clock clock) {
        this.comments = comments;
        this.transitions = transitions;
        this.mover = mover;
        this.fingerprints = fingerprints;
        this.policy = policy;
        this.checks = checks;
        this.queue = queue;
        this.examinedComments = examinedComments;
        this.posts = posts;
        this.users = users;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lets authors change the text, and moderators everything.
     *
     * @param editToken the token sent by the client; null if none
     */
    Comment edit(long id, CommentPatch wanted, ExpectedVersion expected, String editToken, Actor actor) {
        var comment = transitions.lock(id).orElseThrow(CommentPolicy::notFound);
        policy.requireChange(comment, actor, editToken, "change");
        expected.check(comment.version());
        var changes = wanted.differingFrom(comment);
        if (changes.changesAuthor()) {
            CommentPolicy.requireModerator(actor);
        }
        if (changes.status().isSet()) {
            policy.requireModeration(comment, actor, "moderate");
        }
        if (comment.status() == CommentStatus.TRASHED && !changes.status().isSet()) {
            throw new CmsException(
                    ErrorCode.COMMENT_TRASHED, "This comment is in the trash; restore it before you change it.");
        }
        var violations = new Violations();
        var content = changes.check(comment, violations);
        violations.throwIfAny();
        if (changes.changesText() || changes.changesAuthor()) {
            rewrite(comment, changes, content, actor);
        }
        if (changes.status().isSet()) {
            transitions.changeStatus(
                    List.of(comment),
                    new ModerationDecision(changes.status().value(), Cause.PERSON, ""),
                    actor.userId());
        }
        var edited = comments.reread(comment);
        if (changes.changesText() || changes.changesAuthor()) {
            events.edited(edited, edited.postId(), actor.userId());
        }
        return edited;
    }

    private void rewrite(Comment comment, CommentPatch changes, CommentContent content, Actor actor) {
        comment.setAuthor(changes.applyTo(comment.author()));
        if (content != null) {
            comment.write(
                    changes.source().orKeep(comment.source()),
                    changes.format().orKeep(comment.format()),
                    content.html());
        }
        comment.touch(clock.instant());
        fingerprints.update(comment);
        transitions.record(comment, "edited", Cause.PERSON, "", actor.userId());
        if (content != null && !policy.mayModerate(comment, actor)) {
            checkAgain(comment, content, actor);
        }
    }

    /** An approved comment may have become spam. */
    private void checkAgain(Comment comment, CommentContent content, Actor actor) {
        var post = posts.lock(List.of(comment.postId())).get(0);
        if (policy.isTrusted(post, actor)) {
            return;
        }
        var examined = examinedComments.again(comment, post, content);
        var decision = checks.decide(examined);
        if (!decision.isApprovedOrPending()) {
            transitions.changeStatus(List.of(comment), decision, actor.userId());
            return;
        }
        var passes = comment.isApproved() || queue.wouldApprove(comment.id());
        var cleared = passes ? decision : decision.pending();
        var checked = queue.isOn();
        if (comment.isApproved()) {
            transitions.changeStatus(List.of(comment), checked ? cleared.whileUnchecked() : cleared, actor.userId());
        }
        if (checked) {
            queue.addAgain(examined, cleared.status());
        }
    }

    /**
     * Changes a comment: all requested changes or none.
     *
     * @throws CmsException {@link ErrorCode#COMMENT_NOT_FOUND}, the refusal for this caller, {@link
     *     ErrorCode#POST_NOT_FOUND} for a target post that does not exist or that the caller may not change,
     *     {@link ErrorCode#COMMENT_DUPLICATE} or {@link ErrorCode#VALIDATION_FAILED}
     */
    void moderate(long id, ModeratorPatch wanted, Actor actor) {
        var comment = lockForModeration(id, wanted.postId(), actor);
        var patch = wanted.differingFrom(comment);
        if (patch.isModeration()) {
            CommentPolicy.requireModerator(actor);
        }
        var formerPostId = comment.postId();
        if (patch.changesContent()) {
            rewrite(comment, patch, actor);
        }
        if (patch.status().isSet()) {
            changeStatus(comment, patch.status().value(), actor);
        }
        comments.flush();
        if (patch.changesContent()) {
            events.edited(comment, formerPostId, actor.userId());
        }
    }

    private Comment lockForModeration(long id, Patch<Long> newPostId, Actor actor) {
        var concerned = comments.postsOf(List.of(id));
        if (concerned.isEmpty()) {
            throw CommentPolicy.notFound();
        }
        // All at once, so that opposite moves do not deadlock.
        var locked = new TreeSet<>(concerned);
        newPostId.ifSet(locked::add);
        posts.lock(locked);
        var comment = transitions.lock(id).orElseThrow(CommentPolicy::notFound);
        policy.requireModeration(postOf(comment.postId()), actor, "change");
        return comment;
    }

    private Post postOf(long id) {
        return posts.lock(List.of(id)).get(0);
    }

    private void changeStatus(Comment comment, CommentStatus status, Actor actor) {
        if (status != null) {
            transitions.changeStatus(
                    List.of(comment), new ModerationDecision(status, Cause.PERSON, ""), actor.userId());
        } else if (comment.status() == CommentStatus.TRASHED || comment.status() == CommentStatus.SPAM) {
            transitions.restore(List.of(comment), actor.userId());
        }
    }

    private void rewrite(Comment comment, ModeratorPatch patch, Actor actor) {
        setAuthor(comment, patch);
        write(comment, patch);
        if (patch.address().isSet() || patch.userAgent().isSet()) {
            comment.setOrigin(
                    cut(patch.address().orKeep(comment.address()), MAX_ADDRESS),
                    cut(patch.userAgent().orKeep(comment.userAgent()), MAX_USER_AGENT));
        }
        patch.createdAt().ifSet(comment::setCreatedAt);
        comment.touch(clock.instant());
        if (patch.moves()) {
            move(comment, patch, actor);
        }
        fingerprints.update(comment);
        transitions.record(comment, "edited", Cause.PERSON, "", actor.userId());
    }

    private void setAuthor(Comment comment, ModeratorPatch patch) {
        if (!patch.changesAuthor()) {
            return;
        }
        var author = comment.author();
        if (patch.userId().isSet()) {
            var user = users.require(patch.userId().value(), "author");
            comment.setUserId(user.id());
            author = CommentAuthor.of(user);
        }
        var signed = patch.applyTo(author);
        var violations = new Violations();
        GuestRules.check(signed, false, violations);
        violations.throwIfAny();
        comment.setAuthor(signed);
    }

    private static void write(Comment comment, ModeratorPatch patch) {
        if (!patch.source().isSet()) {
            return;
        }
        var violations = new Violations();
        var source = patch.source().value();
        var content = CommentText.check(source, ContentFormat.WORDPRESS, comment.isImported(), violations);
        violations.throwIfAny();
        comment.write(source, ContentFormat.WORDPRESS, content.html());
    }

    private void move(Comment comment, ModeratorPatch patch, Actor actor) {
        var postId = patch.postId().orKeep(comment.postId());
        var elsewhere = postId != comment.postId();
        if (elsewhere && posts.lock(List.of(postId)).stream().noneMatch(post -> policy.mayModerate(post, actor))) {
            throw new CmsException(ErrorCode.POST_NOT_FOUND, "There is no post here.");
        }
        var parentId = patch.parentId().isSet() || elsewhere ? patch.parentId().value() : comment.parentId();
        mover.move(comment, postId, parentId);
    }

    /** Browsers send no longer ones. */
    private static String cut(String text, int length) {
        var said = text == null ? "" : text;
        return said.length() <= length ? said : said.substring(0, length);
    }
}
