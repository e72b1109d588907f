package io.masthead.api.v1.site;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.NotInLists;
import io.masthead.api.v1.http.Representation;
import io.masthead.imports.Import;
import io.masthead.imports.ImportCount;
import io.masthead.imports.ImportStatus;
import io.masthead.imports.item.ImportWarning;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import and its status. */
@Schema(name = "Import", description = "An import and its status.")
record ImportJson(
        @Schema(examples = "1") long id,

        @Schema(examples = "completed") ImportStatus status,

        @Schema(examples = "lantern.xml") String fileName,

        @Schema(description = "The size of the file.", examples = "1111895")
        long bytes,

        @Schema(
                description = "The URL of the exported site; empty until it is read.",
                examples = "https://lantern.example.com")
        String siteUrl,

        @Schema(examples = "The Harbour Lantern") String siteTitle,

        @Schema(
                description = "The number of authors, terms and items in the file; 0 until it is read.",
                examples = "240")
        int recordsFound,

        @Schema(description = "The number of processed records.", examples = "240")
        int recordsDone,

        List<CountJson> counts,

        @NotInLists @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "The first 1,000; not in lists.")
        List<WarningJson> warnings,

        @Schema(description = "The number of all warnings.", examples = "2")
        int warningCount,

        @Schema(nullable = true, description = "The reason of a failure; null if there is none.")
        FailureJson failure,

        @Schema(examples = "2026-11-22T08:30:00Z") Instant createdAt,

        @Schema(nullable = true, examples = "2026-11-22T08:30:01Z")
        Instant startedAt,

        @Schema(nullable = true, examples = "2026-11-22T08:30:09Z")
        Instant finishedAt,

        @JsonIgnore Integer rowVersion)
        implements Representation {

    /** The counts of one kind of records. */
    @Schema(name = "ImportCount", description = "The counts of one kind of records.")
    record CountJson(
            @Schema(
                    description = "users, categories, tags, posts, pages, media, comments, files of media, addresses"
                            + " inside contents, or the WordPress name of a type"
                            + " that cannot be imported.",
                    examples = "posts")
            String kind,

            @Schema(description = "False for a type that cannot be imported.", examples = "true")
            boolean carried,

            @Schema(description = "The number in the file.", examples = "219")
            int found,

            @Schema(description = "The number of imported records.", examples = "219")
            int written,

            @Schema(
                    description = "The number of records that existed or were left out; a warning gives the reason.",
                    examples = "0")
            int skipped) {

        static CountJson of(ImportCount count) {
            return new CountJson(count.kind(), count.carried(), count.found(), count.written(), count.skipped());
        }
    }

    /** A record that was changed or left out by an import. */
    @Schema(name = "ImportWarning", description = "A record that was changed or left out by an import.")
    record WarningJson(
            @Schema(examples = "posts") String kind,

            @Schema(description = "The id in the export.", examples = "1163")
            String sourceId,

            @Schema(examples = "The ferry is back") String title,

            @Schema(examples = "Its status 'archived' is not known here; it became a draft.")
            String message) {

        static WarningJson of(ImportWarning warning) {
            return new WarningJson(warning.kind(), warning.sourceKey(), warning.title(), warning.message());
        }
    }

    /** The reason why an import failed. */
    @Schema(name = "ImportFailure", description = "The reason why an import failed.")
    record FailureJson(
            @Schema(examples = "Line 90, column 3: not well-formed XML.")
            String detail,

            @Schema(
                    description = "The position, from 1, in the export that the detail names if it is in an archive.",
                    nullable = true,
                    examples = "90")
            Integer line,

            @Schema(description = "The position, from 1.", nullable = true, examples = "3")
            Integer column) {}

    static ImportJson of(Import run) {
        return of(run, run.warnings().stream().map(WarningJson::of).toList());
    }

    static ImportJson inList(Import run) {
        return of(run, null);
    }

    private static ImportJson of(Import run, List<WarningJson> warnings) {
        return new ImportJson(
                run.id(),
                run.status(),
                run.fileName(),
                run.bytes(),
                run.siteUrl(),
                run.siteTitle(),
                run.recordsFound(),
                run.recordsDone(),
                run.counts().stream().map(CountJson::of).toList(),
                warnings,
                run.warningCount(),
                run.failure() == null ? null : new FailureJson(run.failure(), run.failureLine(), run.failureColumn()),
                run.createdAt(),
                run.startedAt(),
                run.finishedAt(),
                run.version());
    }
}
