package io.masthead.platform.audit;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.Scope;
import io.masthead.platform.lane.BoundedReads;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Lists the audit trail for administrators (OWASP ASVS 5.0, 16.2 and 16.3). */
@ApplicationScoped
@Transactional
public class AuditLog {

    private final AuditRepository entries;

    AuditLog(AuditRepository entries) {
        this.entries = entries;
    }

    /**
     * Latest first. One statement, or two if a total is wanted.
     *
     * @throws CmsException {@link ErrorCode#UNAUTHENTICATED}, {@link ErrorCode#FORBIDDEN} or {@link
     *     ErrorCode#SCOPE_MISSING}
     */
    @BoundedReads
    public Page<AuditEntry> search(AuditCriteria criteria, PageRequest page, Actor actor) {
        actor.require(Capability.READ_AUDIT, Scope.AUDIT_READ, "read the audit trail");
        return entries.search(criteria, page);
    }
}
