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
@Schema(name = "ApiToken", description = "A token that a program uses on behalf of its owner.")
public record ApiTokenJson(
        @Schema(examples = "7") long id,

        @Schema(description = "A label for its owner.", examples = "Static site build")
        String name,

        @Schema(description = "The granted scopes.", examples = "[\"content:read\"]")
        List<String> scopes,

        @Schema(examples = "2026-05-03T18:20:11Z") Instant createdAt,

        @Schema(description = "Null if it does not expire.", nullable = true, examples = "2027-05-03T18:20:11Z")
        Instant expiresAt,

        @Schema(description = "Whether it has expired.", examples = "false")
        boolean expired,

        @Schema(
                description = "The last use, to the minute; null if never used.",
                nullable = true,
                examples = "2026-05-04T07:12:40Z")
        Instant lastUsedAt,

        @Schema(description = "The network address of the last use; empty if never used.", examples = "203.0.113.7")
        String lastAddress,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Only in the response to its creation; it cannot be shown again.",
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
