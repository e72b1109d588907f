package io.masthead.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Records what was done and lists it; who may ask is decided by the feature. */
@ApplicationScoped
public class AuditTrail {

    private final AuditRepository entries;
    private final Clock clock;

    AuditTrail(AuditRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Part of the caller's transaction: either both are stored or neither is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditRecord record) {
        record(record, clock.instant());
    }

    /** As {@link #record(AuditRecord)}, for something that was done earlier. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(AuditRecord record, Instant at) {
        entries.persist(new AuditEntry(record, at));
    }

    /** What was done to one thing, earliest first; the latest {@code limit} of it. */
    @Transactional
    public List<AuditEntry> latest(String subjectKind, long subjectId, int limit) {
        return entries.latest(subjectKind, subjectId, limit);
    }
}
