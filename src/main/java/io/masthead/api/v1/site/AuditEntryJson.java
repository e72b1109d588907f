package io.masthead.api.v1.site;

import io.masthead.api.v1.http.Representation;
import io.masthead.platform.audit.AuditEntry;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of the audit trail on the wire. */
@Schema(name = "AuditEntry", description = "An entry of the audit trail.")
record AuditEntryJson(
        @Schema(examples = "812") long id,
        @Schema(examples = "2026-05-04T07:00:00Z") Instant at,

        @Schema(nullable = true, description = "The id of the acting user; null if no user acted.", examples = "2")
        Long actorId,

        @Schema(description = "The kind of the subject.", examples = "user")
        String subjectKind,

        @Schema(
                nullable = true,
                description =
                        "The id of the subject; null if there is none, as in a failed sign-in to an unknown account.",
                examples = "7")
        Long subjectId,

        @Schema(examples = "signed_in") String action,

        @Schema(description = "The cause: a person, a rule, or the method of a sign-in.", examples = "password")
        String cause,

        @Schema(description = "Details of the cause; may be empty.", examples = "links")
        String reason,

        @Schema(
                nullable = true,
                description = "The network address of a sign-in; null for other entries.",
                examples = "192.0.2.7")
        String address,

        @Schema(nullable = true, description = "The former status; null if unchanged or created.", examples = "draft")
        String statusBefore,

        @Schema(nullable = true, description = "The new status; null if unchanged or deleted.", examples = "published")
        String statusAfter)
        implements Representation {

    static AuditEntryJson of(AuditEntry entry) {
        return new AuditEntryJson(
                entry.id(),
                entry.at(),
                entry.actorId(),
                entry.subjectKind(),
                entry.subjectId(),
                entry.action(),
                entry.cause(),
                entry.reason(),
                entry.address(),
                entry.statusBefore(),
                entry.statusAfter());
    }
}
