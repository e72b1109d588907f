package io.masthead.audit;

import io.masthead.kernel.Filter;
import io.masthead.kernel.Keyset;
import io.masthead.kernel.Listing;
import io.masthead.kernel.Paging;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

@ApplicationScoped
class AuditRepository implements PanacheRepository<AuditEntry> {

    Listing<AuditEntry> search(AuditCriteria criteria, Paging paging) {
        var filter = filter(criteria);
        var counted = "from AuditEntry e" + filter.where();
        var countedParams = filter.params();
        var keyset = new Keyset<>(AuditSort.AT, true, "e.id", paging, criteria);
        keyset.restrict(filter);
        var page = getEntityManager()
                .createQuery("select e from AuditEntry e" + filter.where() + keyset.orderBy(), AuditEntry.class);
        filter.params().forEach(page::setParameter);
        var rows = page.setFirstResult(keyset.firstRow())
                .setMaxResults(keyset.rows())
                .getResultList();
        return keyset.listing(rows, AuditEntry::id, () -> count(counted, countedParams));
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
