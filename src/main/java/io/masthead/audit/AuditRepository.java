package io.masthead.audit;

import io.masthead.db.PageQuery;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.Paginator;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

@ApplicationScoped
class AuditRepository implements PanacheRepository<AuditEntry> {

    Page<AuditEntry> search(AuditCriteria criteria, PageRequest page) {
        var paginator = new Paginator<>(AuditSort.AT, true, "e.id", page, criteria);
        return new PageQuery<>("e", "AuditEntry e", "", filter(criteria), paginator)
                .read(getEntityManager(), AuditEntry.class, AuditEntry::id);
    }

    private static Filter filter(AuditCriteria wanted) {
        var filter = new Filter()
                .and("e.actorId = :actor", "actor", wanted.actorId())
                .and("e.subjectKind = :kind", "kind", wanted.subjectKind())
                .and("e.action in :actions", "actions", wanted.actions())
                .and("e.at >= :from", "from", wanted.from())
                .and("e.at < :until", "until", wanted.until());
        if (wanted.userId() != null) {
            filter.and("e.subjectKind = :user", "user", AuditCriteria.USER)
                    .and("e.subjectId = :userId", "userId", wanted.userId());
        }
        return filter;
    }

    List<AuditEntry> latest(String subjectKind, long subjectId, int limit) {
        List<AuditEntry> latest = find("subjectKind = ?1 and subjectId = ?2 order by id desc", subjectKind, subjectId)
                .range(0, limit - 1)
                .list();
        var earliestFirst = new ArrayList<>(latest);
        Collections.reverse(earliestFirst);
        return earliestFirst;
    }
}
