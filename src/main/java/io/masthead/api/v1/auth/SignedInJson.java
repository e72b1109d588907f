package io.masthead.api.v1.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.Representation;
import io.masthead.user.session.OpenedSession;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session and its tokens, as RFC 6749 section 5.1 names what it has too. */
@Schema(name = "SignedIn", description = "A session that is open, and its tokens.")
record SignedInJson(
        @Schema(description = "For `Authorization: Bearer …`.", examples = "eyJraWQiOiJm…")
        String accessToken,

        @Schema(examples = "Bearer") String tokenType,

        @Schema(description = "Seconds that the access token serves.", examples = "600")
        long expiresIn,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Gets the next access token, and serves once; absent where it came as a" + " cookie.",
                examples = "mh_ref_…")
        String refreshToken,

        @Schema(description = "Names the session among your own.", examples = "7")
        long sessionId,

        @Schema(
                description = "When the session ends, however often it is refreshed.",
                examples = "2026-08-02T07:00:00Z")
        Instant sessionExpiresAt,

        @Schema(description = "Who has signed in.", examples = "2")
        long userId)
        implements Representation {

    /**
     * @param withRefreshToken false where it travels as a cookie
     */
    static SignedInJson of(OpenedSession opened, String accessToken, Duration lifetime, boolean withRefreshToken) {
        var session = opened.session();
        return new SignedInJson(
                accessToken,
                "Bearer",
                lifetime.toSeconds(),
                withRefreshToken ? opened.refreshToken() : null,
                session.id(),
                session.expiresAt(),
                session.user().id());
    }
}
