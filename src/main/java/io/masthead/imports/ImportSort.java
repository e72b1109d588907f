package io.masthead.imports;

import io.masthead.kernel.SortKey;
import java.time.Instant;

/** Imports are listed by creation time. */
enum ImportSort implements SortKey<ImportRun> {
    CREATED;

    @Override
    public String parameter() {
        return "created";
    }

    @Override
    public String path() {
        return "i.createdAt";
    }

    @Override
    public Object keyOf(ImportRun row) {
        return row.createdAt();
    }

    @Override
    public Object parse(String key) {
        return Instant.parse(key);
    }
}
