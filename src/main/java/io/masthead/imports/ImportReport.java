package io.masthead.imports;

import io.masthead.imports.item.ImportWarning;
import io.masthead.imports.item.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counts and warnings of one batch, stored in the batch's transaction. */
final class ImportReport {

    private static final int MAX_KEY = 300;
    private static final int MAX_TITLE = 300;
    private static final int MAX_MESSAGE = 1_000;

    private final Map<String, Integer> written = new TreeMap<>();
    private final Map<String, Integer> skipped = new TreeMap<>();
    private final Map<String, Integer> found = new TreeMap<>();
    private final List<ImportWarning> warnings = new ArrayList<>();

    void written(String kind) {
        written.merge(kind, 1, Integer::sum);
    }

    /** Counts an object that was created because an item names it, without a record of its own in the file. */
    void writtenUndeclared(String kind) {
        found(kind);
        written(kind);
    }

    /** Counts what has no record of its own in the file, and is still to be dealt with. */
    void found(String kind) {
        found.merge(kind, 1, Integer::sum);
    }

    /** Counts several objects that have no records of their own; those that were not written were skipped. */
    void add(String kind, int foundNow, int writtenNow) {
        if (foundNow > 0) {
            found.merge(kind, foundNow, Integer::sum);
            written.merge(kind, writtenNow, Integer::sum);
            skipped.merge(kind, foundNow - writtenNow, Integer::sum);
        }
    }

    void skipped(String kind) {
        skipped.merge(kind, 1, Integer::sum);
    }

    void warn(PreparedRecord record, String message) {
        warn(record.kind(), record.key(), record.label(), message);
    }

    void warn(String kind, String key, String title, String message) {
        warnings.add(new ImportWarning(
                kind,
                SourceText.of(key, MAX_KEY),
                SourceText.of(title, MAX_TITLE),
                SourceText.of(message, MAX_MESSAGE)));
    }

    /** Stores it; fails if another node has taken over the import. */
    void store(ImportRun run, ImportRepository imports) {
        found.forEach((kind, count) -> imports.addFound(run.id(), kind, count));
        var kinds = new TreeMap<String, Integer>(written);
        skipped.forEach(kinds::putIfAbsent);
        kinds.keySet()
                .forEach(kind ->
                        imports.count(run.id(), kind, written.getOrDefault(kind, 0), skipped.getOrDefault(kind, 0)));
        int number = run.warningCount();
        for (var warning : warnings) {
            if (number < ImportRepository.MAX_WARNINGS) {
                imports.warn(run.id(), number, warning);
            }
            number++;
        }
        run.warned(warnings.size());
    }
}
