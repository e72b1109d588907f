package io.masthead.comment.spam;

import io.masthead.platform.job.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Repeats a check that no service has answered. */
@ApplicationScoped
class CheckJob implements JobHandler {

    private final PendingChecks checks;

    CheckJob(PendingChecks checks) {
        this.checks = checks;
    }

    @Override
    public String kind() {
        return CheckQueue.CHECK;
    }

    @Override
    public void run(long commentId) {
        checks.attempt(commentId);
    }
}
