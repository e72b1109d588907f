package io.masthead.comment.spam;

import io.masthead.comment.CommentStatus;
import io.masthead.platform.job.Jobs;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;

/**
 * Promises that services will be asked of a comment, or told of it: in the caller's transaction.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class CheckQueue {

    static final String CHECK = "comment.check";
    static final String REPORT = "comment.report";

    /** Who has just stored a comment asks at once; the queue takes over where that has failed. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    private static final Duration FIRST_DELAY = Duration.ofMinutes(20);
    private static final Duration LONGEST_DELAY = Duration.ofHours(24);
    private static final int MOST_DOUBLINGS = 7;

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

    /** Whether anybody is asked at all. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public boolean isOn() {
        return remote.areOn();
    }

    /**
     * @param cleared the status that the comment takes on when nothing speaks against it
     */
    public void add(ExaminedComment comment, CommentStatus cleared) {
        checks.persist(new CommentCheck(comment, cleared));
        jobs.schedule(CHECK, comment.id(), clock.instant().plus(GRACE));
    }

    /** The words of a comment have changed: it is checked anew, as it is now. */
    public void addAgain(ExaminedComment comment, CommentStatus cleared) {
        var check = checks.findById(comment.id());
        if (check == null) {
            add(comment, cleared);
        } else {
            check.ask(comment, cleared);
            jobs.schedule(CHECK, comment.id(), clock.instant().plus(GRACE));
        }
    }

    /** Whether the comment waits for nothing but an answer. */
    public boolean wouldApprove(long id) {
        return checks.findByIdOptional(id)
                .filter(check -> !check.isAnswered())
                .filter(check -> check.clearedStatus() == CommentStatus.APPROVED)
                .isPresent();
    }

    /** After that time, or a day if it is longer: nobody else decides how long a comment waits. */
    void askAgain(long id, Duration delay) {
        var bounded = delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
        jobs.schedule(CHECK, id, clock.instant().plus(bounded));
    }

    void done(long id) {
        jobs.cancel(CHECK, id);
    }

    /** A person has decided whether it is spam; those who were asked of it are told. */
    public void report(long id) {
        if (remote.areOn() && checks.findById(id) != null) {
            jobs.schedule(REPORT, id, clock.instant());
        }
    }

    void reportAgain(long id, int attempts) {
        jobs.schedule(REPORT, id, clock.instant().plus(delayAfter(attempts)));
    }

    /** 20 minutes, then twice as long each time, up to a day. */
    static Duration delayAfter(int attempts) {
        var delay = FIRST_DELAY.multipliedBy(1L << Math.min(attempts - 1, MOST_DOUBLINGS));
        return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
    }
}
