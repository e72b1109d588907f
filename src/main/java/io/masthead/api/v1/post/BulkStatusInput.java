package io.masthead.api.v1.post;

import io.masthead.kernel.Patch;
import io.masthead.kernel.Violations;
import io.masthead.post.PostStatus;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A status for several posts or pages. */
@Schema(
        name = "BulkStatusInput",
        requiredProperties = {"ids", "status"},
        description = "A status for several posts or pages; all change or none.")
record BulkStatusInput(
        @Schema(minItems = 1, maxItems = BulkStatusInput.MAX_IDS, examples = "[12, 13]")
        List<Long> ids,

        @Schema(examples = "published") Patch<PostStatus> status) {

    static final int MAX_IDS = 100;

    void check() {
        var violations = new Violations();
        violations.require(
                ids != null && !ids.isEmpty() && ids.size() <= MAX_IDS && !ids.contains(null),
                "ids",
                "invalid_list",
                "'ids' must contain 1 to " + MAX_IDS + " ids.");
        violations.required("status", status);
        violations.throwIfAny();
    }
}
