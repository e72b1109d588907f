package io.masthead.api.v1.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.Representation;
import io.masthead.user.session.OpenedSession;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session and its tokens, as RFC 6749 section 5.1 names what it has too. */
@Schema(name = "SignedIn", description = "A session and its tokens.")
record SignedInJson(
        @Schema(description = "The access token, for `Authorization: Bearer …`.", examples = "eyJraWQiOiJm…")
        String accessToken,

        @Schema(examples = "Bearer") String tokenType,

        @Schema(description = "The lifetime of the access token in seconds.", examples = "600")
        long expiresIn,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The token for the next refresh, valid once; absent if it is sent as a cookie.",
                examples = "mh_ref_…")
        String refreshToken,

        @Schema(description = "The id of the session.", examples = "7")
        long sessionId,

        @Schema(
                description = "The latest end of the session, which refreshing does not extend.",
                examples = "2026-08-02T07:00:00Z")
        Instant sessionExpiresAt,

        @Schema(description = "The id of the user.", examples = "2")
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
