package io.masthead.comment.spam;

import io.masthead.platform.job.JobHandler;
import jakarta.enterprise.context.ApplicationScoped;

/** Reports people's decisions to services. */
@ApplicationScoped
class ReportJob implements JobHandler {

    private final PendingChecks checks;

    ReportJob(PendingChecks checks) {
        this.checks = checks;
    }

    @Override
    public String kind() {
        return CheckQueue.REPORT;
    }

    @Override
    public void run(long commentId) {
        checks.report(commentId);
    }
}
