package io.masthead.api.v1.me;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.Representation;
import io.masthead.kernel.Scope;
import io.masthead.user.credential.ApiToken;
import io.masthead.user.credential.IssuedToken;
import io.masthead.user.credential.TokenView;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An API token on the wire. */
@Schema(name = "ApiToken", description = "A token that a program sends for its owner.")
public record ApiTokenJson(
        @Schema(examples = "7") long id,

        @Schema(description = "What its owner knows it by.", examples = "Static site build")
        String name,

        @Schema(description = "What it may be used for.", examples = "[\"content:read\"]")
        List<String> scopes,

        @Schema(examples = "2026-05-03T18:20:11Z") Instant createdAt,

        @Schema(
                description = "Null where it serves until it is revoked.",
                nullable = true,
                examples = "2027-05-03T18:20:11Z")
        Instant expiresAt,

        @Schema(description = "Whether that time is over.", examples = "false")
        boolean expired,

        @Schema(
                description = "To the minute; null where it was never used.",
                nullable = true,
                examples = "2026-05-04T07:12:40Z")
        Instant lastUsedAt,

        @Schema(description = "Where it was last used from; empty where it was never used.", examples = "203.0.113.7")
        String lastAddress,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Only in the answer to its making; nobody can see it again.",
                examples = "mh_pat_KnvphoCQintebfZiOTtagBkirrnUpo3IJvzh")
        String token)
        implements Representation {

    static ApiTokenJson of(TokenView view) {
        return of(view.token(), view.expired(), null);
    }

    static ApiTokenJson of(IssuedToken issued) {
        return of(issued.token(), false, issued.secret());
    }

    private static ApiTokenJson of(ApiToken token, boolean expired, String secret) {
        return new ApiTokenJson(
                token.id(),
                token.name(),
                token.scopes().stream().sorted().map(Scope::word).toList(),
                token.createdAt(),
                token.expiresAt(),
                expired,
                token.lastUsedAt(),
                token.lastAddress(),
                secret);
    }
}
