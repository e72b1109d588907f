package io.masthead.api.v1.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.Representation;
import io.masthead.user.credential.ApiToken;
import io.masthead.user.credential.IssuedToken;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An application password on the wire. */
@Schema(
        name = "ApplicationPassword",
        description = "A password that a program sends by HTTP Basic authentication, with its owner's login.")
record ApplicationPasswordJson(
        @Schema(examples = "0f1c2a4e-5b7d-4a43-8f0e-6f2b7f7f2f10")
        String uuid,

        @Schema(description = "A label for its owner.", examples = "Phone")
        String name,

        @Schema(
                description = "The UUID of the program; null if it has none.",
                nullable = true,
                examples = "5d1a1d4e-0b4c-4c2e-9a53-7b8f7f3f7c55")
        String appId,

        @Schema(examples = "2026-05-03T18:20:11Z") Instant createdAt,

        @Schema(
                description = "The last use, to the minute; null if never used.",
                nullable = true,
                examples = "2026-05-04T07:12:40Z")
        Instant lastUsedAt,

        @Schema(description = "The network address of the last use; empty if never used.", examples = "203.0.113.7")
        String lastAddress,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Only in the response to its creation; it cannot be shown again. Valid with and without"
                        + " its spaces.",
                examples = "3kVn 9sQa Lw0P 7xYt Bc2M 4dRe")
        String password)
        implements Representation {

    static ApplicationPasswordJson of(ApiToken token) {
        return of(token, null);
    }

    static ApplicationPasswordJson of(IssuedToken issued) {
        return of(issued.token(), issued.secret());
    }

    private static ApplicationPasswordJson of(ApiToken token, String password) {
        return new ApplicationPasswordJson(
                token.uuid(),
                token.name(),
                token.appId().isEmpty() ? null : token.appId(),
                token.createdAt(),
                token.lastUsedAt(),
                token.lastAddress(),
                password);
    }
}
