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

/** An import as it stands. */
@Schema(name = "Import", description = "An import as it stands.")
record ImportJson(
        @Schema(examples = "1") long id,

        @Schema(examples = "completed") ImportStatus status,

        @Schema(examples = "lantern.xml") String fileName,

        @Schema(description = "The size of the file.", examples = "1111895")
        long bytes,

        @Schema(
                description = "Where the export comes from; empty until it has been read.",
                examples = "https://lantern.example.com")
        String siteUrl,

        @Schema(examples = "The Harbour Lantern") String siteTitle,

        @Schema(description = "Authors, terms and items in the file; 0 until it has been read.", examples = "240")
        int recordsFound,

        @Schema(description = "How many of these have been dealt with.", examples = "240")
        int recordsDone,

        List<CountJson> counts,

        @NotInLists @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "The first 1,000; not in lists.")
        List<WarningJson> warnings,

        @Schema(description = "All of them.", examples = "2")
        int warningCount,

        @Schema(nullable = true, description = "Why it failed; null unless it did.")
        FailureJson failure,

        @Schema(examples = "2026-11-22T08:30:00Z") Instant createdAt,

        @Schema(nullable = true, examples = "2026-11-22T08:30:01Z")
        Instant startedAt,

        @Schema(nullable = true, examples = "2026-11-22T08:30:09Z")
        Instant finishedAt,

        @JsonIgnore Integer rowVersion)
        implements Representation {

    /** How many records of a kind there are. */
    @Schema(name = "ImportCount", description = "How many records of a kind there are.")
    record CountJson(
            @Schema(
                    description = "users, categories, tags, posts, pages, media, comments, or"
                            + " what WordPress calls a type that cannot be carried.",
                    examples = "posts")
            String kind,

            @Schema(description = "False for a type that cannot be carried.", examples = "true")
            boolean carried,

            @Schema(description = "In the file.", examples = "219")
            int found,

            @Schema(description = "Taken over by this import.", examples = "219")
            int written,

            @Schema(description = "There already, or left out; then a warning says why.", examples = "0")
            int skipped) {

        static CountJson of(ImportCount count) {
            return new CountJson(count.kind(), count.carried(), count.found(), count.written(), count.skipped());
        }
    }

    /** Something that was not taken over as it was. */
    @Schema(name = "ImportWarning", description = "Something that was not taken over as it was.")
    record WarningJson(
            @Schema(examples = "posts") String kind,

            @Schema(description = "Its id in the export.", examples = "1163")
            String sourceId,

            @Schema(examples = "The ferry is back") String title,

            @Schema(examples = "Its status 'archived' is not known here; it became a draft.")
            String message) {

        static WarningJson of(ImportWarning warning) {
            return new WarningJson(warning.kind(), warning.sourceKey(), warning.title(), warning.message());
        }
    }

    /** Why an import failed. */
    @Schema(name = "ImportFailure", description = "Why an import failed.")
    record FailureJson(
            @Schema(examples = "Line 90, column 3: not well-formed XML.")
            String detail,

            @Schema(description = "From 1.", nullable = true, examples = "90")
            Integer line,

            @Schema(description = "From 1.", nullable = true, examples = "3")
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
