package io.masthead.api.v1.comment;

import io.masthead.comment.CommentStatus;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A status for several comments, selected by ids or by query parameters. */
@Schema(
        name = "CommentStatusesInput",
        requiredProperties = {"status"},
        description = "A status for several comments. Without 'ids', the query parameters select the comments,"
                + " as in a list of comments.")
record CommentStatusesInput(
        @Schema(
                minItems = 1,
                maxItems = CommentStatusesInput.MAX_IDS,
                nullable = true,
                description = "The ids of the comments; all change or none.",
                examples = "[31, 32]")
        List<Long> ids,

        @Schema(examples = "spam") Patch<CommentStatus> status) {

    static final int MAX_IDS = 100;

    void check(boolean hasFilter) {
        var violations = new Violations();
        violations.require(
                ids == null ? hasFilter : !hasFilter && !ids.isEmpty() && ids.size() <= MAX_IDS && !ids.contains(null),
                "ids",
                "invalid_list",
                "'ids' must contain 1 to " + MAX_IDS + " ids, or be absent if query parameters select the comments.");
        violations.required("status", status);
        violations.throwIfAny();
    }
}
