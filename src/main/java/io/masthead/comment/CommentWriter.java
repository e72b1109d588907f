package io.masthead.comment;

import io.masthead.comment.ExaminedComment.FormAge;
import io.masthead.idempotency.Idempotency;
import io.masthead.ids.IdSpace;
import io.masthead.ids.Ids;
import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.ExpectedVersion;
import io.masthead.kernel.RequestKey;
import io.masthead.kernel.Violations;
import io.masthead.post.PostService;
import io.masthead.setting.SettingService;
import io.masthead.text.CommentContent;
import io.masthead.user.User;
import io.masthead.user.UserService;
import io.masthead.user.attempt.ClientNetwork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;

/** Takes comments and their authors' changes, each in one transaction. */
@ApplicationScoped
@Transactional
class CommentWriter {

    private final CommentRepository comments;
    private final ThreadRepository threads;
    private final CommentTransitions statuses;
    private final CommentCounters counters;
    private final CommentFingerprints fingerprints;
    private final CommentThrottle throttle;
    private final CommentPolicy policy;
    private final CommentAvatars avatars;
    private final LocalChecks checks;
    private final CheckQueue queue;
    private final ExaminedCommentFactory examinations;
    private final FormTokens forms;
    private final PostService posts;
    private final UserService users;
    private final SettingService settings;
    private final Idempotency idempotency;
    private final Ids ids;
    private final Clock clock;

    CommentWriter(
            CommentRepository comments,
            ThreadRepository threads,
            CommentTransitions statuses,
            CommentCounters counters,
            CommentFingerprints fingerprints,
            CommentThrottle throttle,
            CommentPolicy policy,
            CommentAvatars avatars,
            LocalChecks checks,
            CheckQueue queue,
            ExaminedCommentFactory examinations,
            FormTokens forms,
            PostService posts,
            UserService users,
            SettingService settings,
            Idempotency idempotency,
            Ids ids,
            Clock clock) {
        this.comments = comments;
        this.threads = threads;
        this.statuses = statuses;
        this.counters = counters;
        this.fingerprints = fingerprints;
        this.throttle = throttle;
        this.policy = policy;
        this.avatars = avatars;
        this.checks = checks;
        this.queue = queue;
        this.examinations = examinations;
        this.forms = forms;
        this.posts = posts;
        this.users = users;
        this.settings = settings;
        this.idempotency = idempotency;
        this.ids = ids;
        this.clock = clock;
    }

    /** The comment that was stored, now or by the same request before. */
    Comment submit(CommentSubmission submission, CommentEntry entry, RequestKey key, Actor actor) {
        policy.requireCommenting(actor);
        if (!entry.isEmpty()) {
            CommentPolicy.requireModerator(actor);
        }
        var id = idempotency.once(
                key,
                CommentTransitions.SUBJECT,
                actor,
                submission.origin().address(),
                () -> insert(submission, entry, actor).id());
        return comments.findByIdOptional(id).orElseThrow(CommentPolicy::notFound);
    }

    /** The address of a picture of its author; null where there is none. */
    String avatar(Comment comment) {
        return avatars.of(List.of(comment)).get(comment.id());
    }

    /** The comment as it is now. */
    Comment read(long id) {
        return comments.findByIdOptional(id).orElseThrow(CommentPolicy::notFound);
    }

    /**
     * @param editToken as the caller sent it; null for none
     */
    Comment edit(long id, CommentChanges wanted, ExpectedVersion expected, String editToken, Actor actor) {
        var comment = statuses.hold(id).orElseThrow(CommentPolicy::notFound);
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
                    ErrorCode.COMMENT_TRASHED, "This comment lies in the trash; restore it before you change it.");
        }
        if (changes.changesText() || changes.changesAuthor()) {
            rewrite(comment, changes, actor);
        }
        if (changes.status().isSet()) {
            statuses.enter(
                    List.of(comment),
                    new ModerationDecision(changes.status().value(), Cause.PERSON, ""),
                    actor.userId());
        }
        return fresh(comment);
    }

    /** Moves to the trash; what lies there already stays as it is. */
    Comment withdraw(long id, ExpectedVersion expected, String editToken, Actor actor) {
        var comment = statuses.hold(id).orElseThrow(CommentPolicy::notFound);
        policy.requireChange(comment, actor, editToken, "withdraw");
        expected.check(comment.version());
        statuses.enter(
                List.of(comment),
                new ModerationDecision(
                        CommentStatus.TRASHED, Cause.PERSON, policy.mayModerate(comment, actor) ? "" : "withdrawn"),
                actor.userId());
        return fresh(comment);
    }

    private Comment insert(CommentSubmission submission, CommentEntry entry, Actor actor) {
        var post = posts.requireCommentable(submission.postType(), submission.postId(), actor, submission.password());
        var user = user(entry, actor);
        var userId = user == null ? null : user.id();
        var author = entry.isEmpty()
                ? author(submission.author(), user)
                : entry.author().of(user);
        var content = check(submission, author, user == null, !entry.author().isEmpty());
        var print =
                fingerprints.of(post.id(), userId, author, submission.origin().address(), submission.source());
        var known = comments.submissionContext(submission.parentId(), userId, author, print);
        var parent = parent(submission, known, policy.mayModerate(post, actor));
        if (known.duplicate()) {
            throw CommentFingerprints.duplicate();
        }
        if (!CommentPolicy.moderatesAll(actor)) {
            throttle.pass(
                    names(actor, author, submission.origin()),
                    Duration.ofSeconds(settings.get().commentsFloodSeconds()));
        }
        var id = known.idTaken() ? ids.next(IdSpace.COMMENT) : known.id();
        var place = parent == null
                ? ThreadPlace.top(id)
                : ThreadPlace.answering(
                        parent.place(), parent.isSeen(), id, settings.get().commentsMaxDepth());
        var comment = new Comment(
                id,
                post.id(),
                submission.parentId(),
                place,
                userId,
                author,
                submission.origin(),
                entry.createdAt() == null ? clock.instant() : entry.createdAt());
        comment.write(submission.source(), submission.format(), content.html());
        comment.mark(print);
        var examined = examinations.of(
                comment, post, user, submission, content, known.knownAuthor(), formAge(submission, actor));
        var trusted = policy.isTrusted(post, actor);
        var decision = trusted ? entry.decision() : checks.decide(examined);
        var checked = !trusted && decision.isShownOrHeld() && queue.isOn();
        begin(comment, checked ? decision.whileUnchecked() : decision);
        persist(comment);
        if (checked) {
            queue.add(examined, decision.status());
        }
        count(comment);
        return comment;
    }

    private FormAge formAge(CommentSubmission submission, Actor actor) {
        var minimum = Duration.ofSeconds(settings.get().commentsMinFormSeconds());
        return minimum.isZero() || !actor.isAnonymous()
                ? FormAge.NOT_ASKED
                : forms.age(submission.formToken(), submission.postId(), minimum);
    }

    private static void begin(Comment comment, ModerationDecision decision) {
        comment.begin(decision.status(), decision.cause(), decision.reason());
        if (decision.status() == CommentStatus.TRASHED) {
            comment.mark(null);
        }
    }

    private void persist(Comment comment) {
        try {
            comments.persistAndFlush(comment);
        } catch (ConstraintViolationException e) {
            if (String.valueOf(e.getConstraintName()).toLowerCase(Locale.ROOT).contains("comment_fingerprint")) {
                throw CommentFingerprints.duplicate();
            }
            throw e;
        }
    }

    private void count(Comment comment) {
        if (comment.isApproved()) {
            if (comment.aboveId() != null) {
                threads.countReply(comment.aboveId());
            }
            comments.countOnPost(comment, 1);
        }
        counters.add(Map.of(comment.status(), 1));
    }

    private void rewrite(Comment comment, CommentChanges changes, Actor actor) {
        var violations = new Violations();
        var author = changes.applyTo(comment.author());
        if (changes.changesAuthor()) {
            GuestRules.check(author, false, violations);
        }
        var source = changes.source().orKeep(comment.source());
        var format = changes.format().orKeep(comment.format());
        changes.checkFormat(violations);
        var content = changes.changesText() ? CommentText.check(source, format, violations) : null;
        violations.throwIfAny();
        comment.writtenBy(author);
        if (content != null) {
            comment.write(source, format, content.html());
        }
        comment.touch(clock.instant());
        fingerprints.renew(comment);
        statuses.note(comment, "edited", Cause.PERSON, "", actor.userId());
        if (content != null && !policy.mayModerate(comment, actor)) {
            reconsider(comment, content, actor);
        }
    }

    /** What has been let pass may have become something else. */
    private void reconsider(Comment comment, CommentContent content, Actor actor) {
        var post = posts.hold(List.of(comment.postId())).get(0);
        if (policy.isTrusted(post, actor)) {
            return;
        }
        var examined = examinations.again(comment, post, content);
        var decision = checks.decide(examined);
        if (!decision.isShownOrHeld()) {
            statuses.enter(List.of(comment), decision, actor.userId());
            return;
        }
        var passes = comment.isApproved() || queue.wouldApprove(comment.id());
        var cleared = passes ? decision : decision.held();
        var checked = queue.isOn();
        if (comment.isApproved()) {
            statuses.enter(List.of(comment), checked ? cleared.whileUnchecked() : cleared, actor.userId());
        }
        if (checked) {
            queue.addAgain(examined, cleared.status());
        }
    }

    /** Null for a guest. */
    private User user(CommentEntry entry, Actor actor) {
        if (entry.userId() != null) {
            return users.require(entry.userId(), "author");
        }
        return actor.isAnonymous() || entry.isOfGuest() ? null : users.me(actor);
    }

    private static CommentAuthor author(CommentAuthor given, User user) {
        if (user == null) {
            return given == null ? CommentAuthor.UNKNOWN : given;
        }
        if (given != null) {
            throw CmsException.field(
                    "author", "not_allowed", "'author' is for guests; who is signed in comments under the own name.");
        }
        return CommentAuthor.of(user);
    }

    private CommentContent check(
            CommentSubmission submission, CommentAuthor author, boolean isGuest, boolean isSigned) {
        var violations = new Violations();
        if (isGuest || isSigned) {
            GuestRules.check(author, isGuest && settings.get().commentsRequireName(), violations);
        }
        var content = CommentText.check(submission.source(), submission.format(), violations);
        violations.throwIfAny();
        return content;
    }

    /** Null where the comment speaks to the post itself. */
    private static SubmissionContext.Parent parent(
            CommentSubmission submission, SubmissionContext known, boolean moderated) {
        if (submission.parentId() == null) {
            return null;
        }
        var parent = known.parent();
        var answerable = parent != null
                && parent.postId() == submission.postId()
                && parent.type() == CommentType.COMMENT
                && (parent.isSeen() || (parent.status() == CommentStatus.PENDING && moderated));
        if (!answerable) {
            throw CmsException.field("parentId", "unknown", "'parentId' must be a comment on the same post.");
        }
        return parent;
    }

    private static List<String> names(Actor actor, CommentAuthor author, Origin origin) {
        var names = new ArrayList<String>();
        if (!actor.isAnonymous()) {
            names.add("user " + actor.userId());
        }
        if (author.emailKey() != null) {
            names.add("email " + author.emailKey());
        }
        if (!origin.address().isEmpty()) {
            names.add("address " + ClientNetwork.of(origin.address()));
        }
        return names;
    }

    /** As the next read would find it: threads move without Hibernate's knowing. */
    private Comment fresh(Comment comment) {
        comments.flush();
        comments.getEntityManager().refresh(comment);
        return comment;
    }
}
