package io.masthead.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Records actions and lists them; each feature decides who may see them. */
@ApplicationScoped
public class AuditTrail {

    private final AuditRepository entries;
    private final Clock clock;

    AuditTrail(AuditRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Takes part in the caller's transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditRecord record) {
        record(record, clock.instant());
    }

    /** As {@link #record(AuditRecord)}, for an earlier action. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditRecord record, Instant at) {
        entries.insert(List.of(new AuditEntry(record, at)));
    }

    /** The latest {@code limit} entries of one subject, earliest first. */
    @Transactional
    public List<AuditEntry> latest(String subjectKind, long subjectId, int limit) {
        return entries.latest(subjectKind, subjectId, limit);
    }
}
