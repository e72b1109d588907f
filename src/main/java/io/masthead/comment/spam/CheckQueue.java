package io.masthead.comment.spam;

import io.masthead.comment.CommentStatus;
import io.masthead.platform.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/** Schedules checks of comments and reports to services, in the caller's transaction. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CheckQueue {

    static final String CHECK = "comment.check";
    static final String REPORT = "comment.report";

    /** A new comment is checked at once; the queue takes over if that has failed. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final Duration FIRST_DELAY = Duration.ofMinutes(20);
    private static final Duration LONGEST_DELAY = Duration.ofHours(24);
    private static final int MAX_DOUBLINGS = 7;

    private final CommentCheckRepository checks;
    private final RemoteChecks remote;
    private final Jobs jobs;
    private final Clock clock;

    CheckQueue(CommentCheckRepository checks, RemoteChecks remote, Jobs jobs, Clock clock) {
        this.checks = checks;
        this.remote = remote;
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Whether any service is used. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isOn() {
        return remote.areOn();
    }

    /** @param cleared the status that the comment gets if the check passes */
    public void add(ExaminedComment comment, CommentStatus cleared) {
        checks.persist(new CommentCheck(comment, cleared));
        jobs.schedule(CHECK, comment.id(), clock.instant().plus(GRACE));
    }

    /** The text of a comment has changed: its current version is checked. */
    public void addAgain(ExaminedComment comment, CommentStatus cleared) {
        var check = checks.findById(comment.id());
        if (check == null) {
            add(comment, cleared);
        } else {
            check.ask(comment, cleared);
            jobs.schedule(CHECK, comment.id(), clock.instant().plus(GRACE));
        }
    }

    /** Whether the comment will be approved if the check passes. */
    public boolean wouldApprove(long id) {
        return checks.findByIdOptional(id)
                .filter(check -> !check.isAnswered())
                .filter(check -> check.clearedStatus() == CommentStatus.APPROVED)
                .isPresent();
    }

    /**
     * Repeats the check after this time, at most a day: services do not decide how long a comment is pending.
     */
    void checkAgain(long id, Duration delay) {
        var bounded = delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
        jobs.schedule(CHECK, id, clock.instant().plus(bounded));
    }

    void done(long id) {
        jobs.cancel(CHECK, id);
    }

    /** A person has decided whether it is spam; the services that were asked are told. */
    public void report(long id) {
        if (remote.areOn() && checks.findById(id) != null) {
            jobs.schedule(REPORT, id, clock.instant());
        }
    }

    void reportAgain(long id, int attempts) {
        jobs.schedule(REPORT, id, clock.instant().plus(delayAfter(attempts)));
    }

    /** 20 minutes, doubled each time, up to a day. */
    static Duration delayAfter(int attempts) {
        var delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, MAX_DOUBLINGS));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
