package io.masthead.comment;

import io.masthead.comment.spam.CheckQueue;
import io.masthead.comment.spam.CommentThrottle;
import io.masthead.comment.spam.ExaminedComment.FormAge;
import io.masthead.comment.spam.ExaminedCommentFactory;
import io.masthead.comment.spam.FormTokens;
import io.masthead.comment.spam.LocalChecks;
import io.masthead.comment.thread.ThreadPlace;
import io.masthead.comment.thread.ThreadRepository;
import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.RequestKey;
import io.masthead.kernel.Violations;
import io.masthead.platform.idempotency.Idempotency;
import io.masthead.platform.ids.IdSpace;
import io.masthead.platform.ids.Ids;
import io.masthead.post.PostAccess;
import io.masthead.setting.SettingService;
import io.masthead.text.content.CommentContent;
import io.masthead.user.User;
import io.masthead.user.UserService;
import io.masthead.user.throttle.ClientNetwork;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hibernate.exception.ConstraintViolationException;

/** Stores new comments, approved or pending by the rules; each in one transaction. */
@ApplicationScoped
@Transactional
class CommentSubmitter {

    private final CommentRepository comments;
    private final ThreadRepository threads;
    private final CommentCounters counters;
    private final CommentFingerprints fingerprints;
    private final CommentThrottle throttle;
    private final CommentPolicy policy;
    private final LocalChecks checks;
    private final CheckQueue queue;
    private final ExaminedCommentFactory examinedComments;
    private final FormTokens forms;
    private final PostAccess posts;
    private final UserService users;
    private final SettingService settings;
    private final Idempotency idempotency;
    private final Ids ids;
    private final CommentEvents events;
    private final Clock clock;

    CommentSubmitter(
            CommentRepository comments,
            ThreadRepository threads,
            CommentCounters counters,
            CommentFingerprints fingerprints,
            CommentThrottle throttle,
            CommentPolicy policy,
            LocalChecks checks,
            CheckQueue queue,
            ExaminedCommentFactory examinedComments,
            FormTokens forms,
            PostAccess posts,
            UserService users,
            SettingService settings,
            Idempotency idempotency,
            Ids ids,
            CommentEvents events,
            Clock clock) {
        this.comments = comments;
        this.threads = threads;
        this.counters = counters;
        this.fingerprints = fingerprints;
        this.throttle = throttle;
        this.policy = policy;
        this.checks = checks;
        this.queue = queue;
        this.examinedComments = examinedComments;
        this.forms = forms;
        this.posts = posts;
        this.users = users;
        this.settings = settings;
        this.idempotency = idempotency;
        this.ids = ids;
        this.events = events;
        this.clock = clock;
    }

    /** The comment that was stored, now or by an earlier request with the same key. */
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

    /** The comment as it is now. */
    Comment read(long id) {
        return comments.findByIdOptional(id).orElseThrow(CommentPolicy::notFound);
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
            throttle.acquire(
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
        comment.setFingerprint(print);
        var examined = examinedComments.of(
                comment, post, user, submission, content, known.knownAuthor(), formAge(submission, actor));
        var trusted = policy.isTrusted(post, actor);
        var decision = trusted ? entry.decision() : checks.decide(examined);
        var checked = !trusted && decision.isApprovedOrPending() && queue.isOn();
        setFirstStatus(comment, checked ? decision.whileUnchecked() : decision);
        persist(comment);
        if (checked) {
            queue.add(examined, decision.status());
        }
        count(comment);
        events.created(comment, actor.userId());
        return comment;
    }

    private FormAge formAge(CommentSubmission submission, Actor actor) {
        var minimum = Duration.ofSeconds(settings.get().commentsMinFormSeconds());
        return minimum.isZero() || !actor.isAnonymous()
                ? FormAge.NOT_ASKED
                : forms.age(submission.formToken(), submission.postId(), minimum);
    }

    private static void setFirstStatus(Comment comment, ModerationDecision decision) {
        comment.setFirstStatus(decision.status(), decision.cause(), decision.reason());
        if (decision.status() == CommentStatus.TRASHED) {
            comment.setFingerprint(null);
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
                    "author", "not_allowed", "'author' is for guests; signed-in users comment under their own names.");
        }
        return CommentAuthor.of(user);
    }

    private CommentContent check(
            CommentSubmission submission, CommentAuthor author, boolean isGuest, boolean isSigned) {
        var violations = new Violations();
        if (isGuest || isSigned) {
            GuestRules.check(author, isGuest && settings.get().commentsRequireName(), violations);
        }
        var content = CommentText.check(submission.source(), submission.format(), false, violations);
        violations.throwIfAny();
        return content;
    }

    /** Null if the comment is on the post itself. */
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
}
