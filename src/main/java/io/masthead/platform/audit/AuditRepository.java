package io.masthead.platform.audit;

import io.agroal.api.AgroalDataSource;
import io.masthead.kernel.Filter;
import io.masthead.kernel.Page;
import io.masthead.kernel.PageRequest;
import io.masthead.kernel.Paginator;
import io.masthead.kernel.SortColumn;
import io.masthead.kernel.SortKey;
import io.masthead.platform.db.PageQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.hibernate.StatelessSession;

@ApplicationScoped
class AuditRepository implements PanacheRepository<AuditEntry> {

    private static final SortKey<AuditEntry> BY_TIME = SortColumn.ofTime("at", "e.at", AuditEntry::at);

    private final AgroalDataSource pool;
    private final StatelessSession stateless;

    AuditRepository(AgroalDataSource pool, StatelessSession stateless) {
        this.pool = pool;
        this.stateless = stateless;
    }

    /** By plain JDBC in the caller's transaction, in one batch. */
    void insert(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        try (var connection = pool.getConnection();
                var statement = connection.prepareStatement(
                        "insert into audit_entry (id, at, actor_id, subject_kind, subject_id, action, cause, reason,"
                                + " address, status_before, status_after)"
                                + " values (nextval('audit_entry_id_seq'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (var entry : entries) {
                statement.setObject(1, entry.at().atOffset(ZoneOffset.UTC));
                statement.setObject(2, entry.actorId());
                statement.setString(3, entry.subjectKind());
                statement.setObject(4, entry.subjectId());
                statement.setString(5, entry.action());
                statement.setString(6, entry.cause());
                statement.setString(7, entry.reason());
                statement.setString(8, entry.address());
                statement.setString(9, entry.statusBefore());
                statement.setString(10, entry.statusAfter());
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The audit trail cannot be written", e);
        }
    }

    Page<AuditEntry> search(AuditCriteria criteria, PageRequest page) {
        var paginator = new Paginator<>(BY_TIME, true, "e.id", page, criteria);
        return new PageQuery<>("e", "AuditEntry e", "", filter(criteria), paginator)
                .read(stateless, AuditEntry.class, AuditEntry::id);
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
