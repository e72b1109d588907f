package io.masthead.api.v1.post;

import io.masthead.post.revision.RevisionComparison;
import io.masthead.text.ContentFormat;
import io.masthead.text.LineDiff;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The changes of a revision on the wire. */
@Schema(
        name = "RevisionDiff",
        description = "The differences from the previous revision, line by line; a part is null if the texts"
                + " are too long to be compared.")
record RevisionDiffJson(
        @Schema(description = "The id of the previous revision.", examples = "30")
        long previousId,

        @Schema(description = "The format of the previous source.", examples = "markdown")
        ContentFormat previousFormat,

        @Schema(nullable = true) List<HunkJson> title,

        @Schema(nullable = true, description = "The changes of the excerpt; a derived excerpt counts as empty.")
        List<HunkJson> excerpt,

        @Schema(nullable = true) List<HunkJson> source) {

    /** A group of changes. */
    @Schema(name = "DiffHunk", description = "A group of changed lines with up to three lines of context.")
    record HunkJson(
            @Schema(description = "The number of its first line in the former text, from 1.", examples = "4")
            int beforeStart,

            @Schema(description = "The number of its first line in the new text, from 1.", examples = "4")
            int afterStart,

            List<LineJson> lines) {}

    /** A line of a diff. */
    @Schema(name = "DiffLine", description = "A line of a diff.")
    record LineJson(
            @Schema(examples = "added") LineDiff.Change fate,

            @Schema(examples = "The ferry is back.") String text) {}

    /** Null for the first revision. */
    static RevisionDiffJson of(RevisionComparison comparison) {
        var previous = comparison.previous();
        return previous == null
                ? null
                : new RevisionDiffJson(
                        previous.revision().id(),
                        previous.body().format(),
                        hunks(comparison.title()),
                        hunks(comparison.excerpt()),
                        hunks(comparison.source()));
    }

    private static List<HunkJson> hunks(Optional<LineDiff> diff) {
        return diff.map(found ->
                        found.hunks().stream().map(RevisionDiffJson::hunk).toList())
                .orElse(null);
    }

    private static HunkJson hunk(LineDiff.Hunk hunk) {
        return new HunkJson(
                hunk.beforeStart(),
                hunk.afterStart(),
                hunk.lines().stream()
                        .map(line -> new LineJson(line.change(), line.text()))
                        .toList());
    }
}
