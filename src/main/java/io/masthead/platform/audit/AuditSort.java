package io.masthead.platform.audit;

import io.masthead.kernel.SortKey;
import java.time.Instant;

/** Orders of lists of audit entries. */
enum AuditSort implements SortKey<AuditEntry> {
    AT;

    @Override
    public String parameter() {
        return "at";
    }

    @Override
    public String path() {
        return "e.at";
    }

    @Override
    public Object keyOf(AuditEntry row) {
        return row.at();
    }

    @Override
    public Object parse(String key) {
        return Instant.parse(key);
    }
}
