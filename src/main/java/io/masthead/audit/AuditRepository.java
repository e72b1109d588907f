package io.masthead.audit;

import io.quarkus.hibernate.orm.panache.PanacheRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

@ApplicationScoped
class AuditRepository implements PanacheRepository<AuditEntry> {

    List<AuditEntry> latest(String subjectKind, long subjectId, int limit) {
        List<AuditEntry> latest =
                find("subjectKind = ?1 and subjectId = ?2 order by id desc", subjectKind, subjectId)
                        .range(0, limit - 1)
                        .list();
        var earliestFirst = new ArrayList<>(latest);
        Collections.reverse(earliestFirst);
        return earliestFirst;
    }
}
