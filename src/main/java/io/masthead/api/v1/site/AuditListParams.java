package io.masthead.api.v1.site;

import io.masthead.api.v1.http.ParameterReader;
import io.masthead.platform.audit.AuditCriteria;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.Explode;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** The parameters of lists of entries of the audit trail. */
record AuditListParams(
        @QueryParam("actor")
        @Parameter(
                description = "The id of the user who made the change.",
                schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1", examples = "2"))
        String actor,

        @QueryParam("user")
        @Parameter(
                description = "The id of the affected user.",
                schema = @Schema(type = SchemaType.INTEGER, format = "int64", minimum = "1", examples = "7"))
        String user,

        @QueryParam("subject")
        @Parameter(
                description = "The kind of the subject, such as 'user' or 'comment'.",
                schema = @Schema(type = SchemaType.STRING, pattern = "^" + WORD + "$", examples = "user"))
        String subject,

        @QueryParam("action")
        @Parameter(
                description = "Actions, separated by commas. An unknown action matches nothing.",
                explode = Explode.FALSE,
                schema = @Schema(type = SchemaType.STRING, examples = "signed_in,sign_in_failed"))
        List<String> action,

        @QueryParam("from")
        @Parameter(
                description = "At this time or later.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-05-04T07:00:00Z"))
        String from,

        @QueryParam("until")
        @Parameter(
                description = "Before this time.",
                schema = @Schema(type = SchemaType.STRING, format = "date-time", examples = "2026-05-04T07:00:00Z"))
        String until) {

    private static final String WORD = "[a-z_]{1,40}";

    AuditCriteria toCriteria(ParameterReader in) {
        return new AuditCriteria(
                in.id("actor", actor),
                in.id("user", user),
                subject == null ? null : word(in, "subject", subject),
                in.values("action", action).stream()
                        .map(one -> word(in, "action", one))
                        .toList(),
                in.time("from", from),
                in.time("until", until));
    }

    private static String word(ParameterReader in, String name, String raw) {
        if (!raw.matches(WORD)) {
            in.refuse(
                    name, "invalid_word", "'%s' must have 1 to 40 letters from a to z or underscores.".formatted(name));
        }
        return raw;
    }
}
