package io.masthead.api.v1.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.Representation;
import io.masthead.comment.Cause;
import io.masthead.comment.HistoryEntry;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The history of a comment on the wire. */
@Schema(name = "CommentHistory", description = "The history of a comment, oldest first; the latest 500 entries.")
record CommentHistoryJson(List<DecisionJson> items) implements Representation {

    static CommentHistoryJson of(List<HistoryEntry> decisions) {
        return new CommentHistoryJson(decisions.stream().map(DecisionJson::of).toList());
    }

    /** One entry. */
    @Schema(name = "CommentDecision", description = "A decision on a comment.")
    record DecisionJson(
            @Schema(examples = "2026-05-04T07:00:00Z") Instant at,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "The id of the deciding user; absent if none.", examples = "2")
            Long userId,

            @Schema(
                    description = "The new status, or 'edited'.",
                    enumeration = {"pending", "approved", "spam", "trashed", "edited"},
                    examples = "approved")
            String action,

            @Schema(type = SchemaType.STRING, implementation = Cause.class, examples = "person")
            String cause,

            @Schema(description = "Details, such as the name of the rule; may be empty.", examples = "links")
            String reason) {

        static DecisionJson of(HistoryEntry decision) {
            return new DecisionJson(
                    decision.at(), decision.actorId(), decision.action(), decision.cause(), decision.reason());
        }
    }
}
