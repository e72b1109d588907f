package io.masthead.imports;

import io.masthead.imports.item.ImportWarning;
import java.time.Instant;
import java.util.List;

/**
 * An import as it stands.
 *
 * @param bytes the size of the file
 * @param siteUrl the site that the export came from; empty until the file has been read
 * @param recordsFound authors, terms and items in the file; 0 until it has been read
 * @param recordsDone how many of these have been dealt with
 * @param warnings the first 1,000; empty in a list
 * @param warningCount all of them
 * @param failure a sentence, null unless it failed
 * @param failureLine the place in the file, counted from 1; null where the failure has none
 * @param createdBy null where that user is gone
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
