package io.masthead.imports;

import io.masthead.imports.item.ContentReferences;
import io.masthead.imports.item.ContentReferences.Kind;
import io.masthead.imports.item.Kinds;
import io.masthead.imports.item.SourceIds;
import io.masthead.imports.item.SourceText;
import io.masthead.pattern.PatternImport;
import io.masthead.pattern.PatternService;
import io.masthead.text.ContentTooComplexException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Imports synced patterns, and notes which other objects texts show by their ids. */
@ApplicationScoped
class PatternWriter {

    private static final String UNTITLED = "Untitled";

    private final PatternImport patterns;
    private final ImportMappings mappings;
    private final ImportReferences references;

    PatternWriter(PatternImport patterns, ImportMappings mappings, ImportReferences references) {
        this.patterns = patterns;
        this.mappings = mappings;
        this.references = references;
    }

    /** Those that an earlier import has brought stay as they are, or deleted. */
    void write(ImportContext context, List<PreparedRecord.Item> records, ImportReport report) {
        var keys = records.stream().map(record -> record.item().key()).collect(Collectors.toSet());
        var known =
                keys.isEmpty() ? Map.<String, Long>of() : mappings.find(context.source(), ImportMappings.PATTERN, keys);
        for (var record : records) {
            var item = record.item();
            if (item.refusal() != null) {
                report.skipped(Kinds.PATTERNS);
                report.warn(record, item.refusal());
            } else if (known.containsKey(item.key())) {
                report.skipped(Kinds.PATTERNS);
            } else if (!item.item().status().equals("publish")) {
                report.skipped(Kinds.PATTERNS);
                report.warn(record, "It was skipped: the pattern is not published.");
            } else {
                create(context, record, report);
            }
        }
    }

    private void create(ImportContext context, PreparedRecord.Item record, ImportReport report) {
        var item = record.item();
        var id = item.item().id();
        var title = SourceText.fitted(item.title().strip(), PatternService.MAX_TITLE);
        var dates = item.dates();
        try {
            var created = patterns.create(
                    SourceIds.isUsable(id) ? id : null,
                    title.isEmpty() ? UNTITLED : title,
                    item.content(),
                    dates.date() == null ? dates.modified() : dates.date(),
                    dates.modified());
            mappings.add(context.source(), ImportMappings.PATTERN, item.key(), created);
            refer(context, created, item.content());
            report.written(Kinds.PATTERNS);
        } catch (ContentTooComplexException e) {
            report.skipped(Kinds.PATTERNS);
            report.warn(record, "It was skipped: " + e.getMessage());
        }
    }

    /** Notes what the text of a post or a pattern shows, so that its ids can follow. */
    void refer(ImportContext context, long ownerId, String source) {
        for (var kind : Kind.values()) {
            for (var key : ContentReferences.in(source, kind)) {
                references.add(
                        context,
                        ImportReferences.inContent(kind),
                        ownerId,
                        switch (kind) {
                            case CATEGORY -> TermWriter.idKey("category", key);
                            case AUTHOR -> "id:" + key;
                            default -> key;
                        });
            }
        }
    }
}
