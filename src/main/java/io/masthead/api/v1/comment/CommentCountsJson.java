package io.masthead.api.v1.comment;

import io.masthead.api.v1.http.Representation;
import io.masthead.comment.CommentStatus;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The number of comments per status. */
@Schema(name = "CommentCounts", description = "The number of comments per status.")
record CommentCountsJson(
        @Schema(examples = "3") long pending,
        @Schema(examples = "120") long approved,
        @Schema(examples = "42") long spam,
        @Schema(examples = "7") long trashed)
        implements Representation {

    static CommentCountsJson of(Map<CommentStatus, Long> counts) {
        return new CommentCountsJson(
                counts.getOrDefault(CommentStatus.PENDING, 0L),
                counts.getOrDefault(CommentStatus.APPROVED, 0L),
                counts.getOrDefault(CommentStatus.SPAM, 0L),
                counts.getOrDefault(CommentStatus.TRASHED, 0L));
    }
}
