package io.masthead.api.v1.me;

import io.masthead.user.session.Session;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session as its user sees it; its tokens are never shown again. */
@Schema(name = "Session", description = "An active session.")
public record SessionJson(
        @Schema(examples = "7") long id,

        @Schema(description = "Whether it is the session of this request.", examples = "true")
        boolean current,

        @Schema(description = "The method of the sign-in: password, or the name of a provider.", examples = "password")
        String way,

        @Schema(description = "The network address of the sign-in or the last refresh.", examples = "203.0.113.7")
        String address,

        @Schema(description = "The client's user agent.", examples = "Mozilla/5.0")
        String userAgent,

        @Schema(examples = "2026-05-04T07:00:00Z") Instant createdAt,
        @Schema(examples = "2026-05-04T07:10:00Z") Instant refreshedAt,

        @Schema(
                description = "The latest end of the session, which refreshing does not extend.",
                examples = "2026-08-02T07:00:00Z")
        Instant expiresAt) {

    /**
     * @param currentId the session of the request; null where it has none
     */
    public static SessionJson of(Session session, Long currentId) {
        return new SessionJson(
                session.id(),
                Objects.equals(session.id(), currentId),
                session.method(),
                session.address(),
                session.userAgent(),
                session.createdAt(),
                session.refreshedAt(),
                session.expiresAt());
    }
}
