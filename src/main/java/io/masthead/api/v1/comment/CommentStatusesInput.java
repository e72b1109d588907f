package io.masthead.api.v1.comment;

import io.masthead.comment.CommentStatus;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One status for many comments: those named, or those that a list of comments would find. */
@Schema(
        name = "CommentStatusesInput",
        requiredProperties = {"status"},
        description = "One status for many comments. Without 'ids', the parameters of the address say"
                + " which, as they do in a list of comments.")
record CommentStatusesInput(
        @Schema(
                minItems = 1,
                maxItems = CommentStatusesInput.MAX_IDS,
                nullable = true,
                description = "All of these change or none does.",
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
                "'ids' must name 1 to " + MAX_IDS + " ids, or else parameters say which comments.");
        violations.required("status", status);
        violations.throwIfAny();
    }
}
