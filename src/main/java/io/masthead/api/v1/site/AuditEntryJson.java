package io.masthead.api.v1.site;

import io.masthead.api.v1.http.Representation;
import io.masthead.platform.audit.AuditEntry;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An entry of the audit trail on the wire. */
@Schema(name = "AuditEntry", description = "Who did what to what, when and why.")
record AuditEntryJson(
        @Schema(examples = "812") long id,
        @Schema(examples = "2026-05-04T07:00:00Z") Instant at,

        @Schema(nullable = true, description = "The id of the user who did it; null where no user did.", examples = "2")
        Long actorId,

        @Schema(description = "What it was done to.", examples = "user")
        String subjectKind,

        @Schema(
                nullable = true,
                description = "The id of that; null where there is no one such thing, as in a failed"
                        + " sign-in to an account that does not exist.",
                examples = "7")
        Long subjectId,

        @Schema(examples = "signed_in") String action,

        @Schema(description = "What made it happen: a person, a rule, or the way of a sign-in.", examples = "password")
        String cause,

        @Schema(description = "More of why; may be empty.", examples = "links")
        String reason,

        @Schema(
                nullable = true,
                description = "The network address of a sign-in; null for other entries.",
                examples = "192.0.2.7")
        String address,

        @Schema(
                nullable = true,
                description = "The status before; null where it stayed, and for what was created.",
                examples = "draft")
        String statusBefore,

        @Schema(
                nullable = true,
                description = "The status after; null where it stayed, and for what was deleted.",
                examples = "published")
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
