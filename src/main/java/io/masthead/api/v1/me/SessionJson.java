package io.masthead.api.v1.me;

import io.masthead.user.session.Session;
import java.time.Instant;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session as its user sees it; its tokens are never shown again. */
@Schema(name = "Session", description = "A sign-in that goes on.")
public record SessionJson(
        @Schema(examples = "7") long id,

        @Schema(description = "Whether this request belongs to it.", examples = "true")
        boolean current,

        @Schema(description = "How the user got in: password, or the name of another site.", examples = "password")
        String way,

        @Schema(description = "The network address of the sign-in or the last refresh.", examples = "203.0.113.7")
        String address,

        @Schema(description = "What the client calls itself.", examples = "Mozilla/5.0")
        String userAgent,

        @Schema(examples = "2026-05-04T07:00:00Z") Instant createdAt,
        @Schema(examples = "2026-05-04T07:10:00Z") Instant refreshedAt,

        @Schema(description = "When it ends, however often it is refreshed.", examples = "2026-08-02T07:00:00Z")
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
