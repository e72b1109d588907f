package io.masthead.imports;

import io.masthead.imports.item.ImportWarning;
import java.time.Instant;
import java.util.List;

/**
 * The current state of an import.
 *
 * @param bytes the size of the file
 * @param siteUrl the exported site; empty until the file has been read
 * @param recordsFound authors, terms and items in the file; 0 until it has been read
 * @param recordsDone the number of records that are finished
 * @param warnings the first 1,000; empty in a list
 * @param warningCount the number of all warnings
 * @param failure a sentence, null unless it failed
 * @param failureLine the position in the file, counted from 1; null if the failure has none
 * @param createdBy null if that user has been deleted
 */
public record Import(
        long id,
        int version,
        ImportStatus status,
        String fileName,
        long bytes,
        String siteUrl,
        String siteTitle,
        ImportOptions options,
        int recordsFound,
        int recordsDone,
        List<ImportCount> counts,
        List<ImportWarning> warnings,
        int warningCount,
        String failure,
        Integer failureLine,
        Integer failureColumn,
        Long createdBy,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        Instant updatedAt) {}
