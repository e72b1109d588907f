package io.masthead.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Writes down deeds and tells of them; who may ask is decided by the feature. */
@ApplicationScoped
public class AuditTrail {

    private final AuditRepository entries;
    private final Clock clock;

    AuditTrail(AuditRepository entries, Clock clock) {
        this.entries = entries;
        this.clock = clock;
    }

    /** Part of the deed's transaction: either both are stored or neither is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Deed deed) {
        record(deed, clock.instant());
    }

    /** As {@link #record(Deed)}, for a deed of an earlier time. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void record(Deed deed, Instant at) {
        entries.persist(new AuditEntry(deed, at));
    }

    /** What was done to one thing, earliest first; the latest {@code limit} of it. */
    @Transactional
    public List<AuditEntry> latest(String subjectKind, long subjectId, int limit) {
        return entries.latest(subjectKind, subjectId, limit);
    }
}
