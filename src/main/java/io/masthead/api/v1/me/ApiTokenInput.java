package io.masthead.api.v1.me;

import io.masthead.api.v1.http.InstantCodec;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Scope;
import io.masthead.user.credential.NewToken;
import io.masthead.user.credential.OwnedTokens;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An API token as a client wants it. */
@Schema(name = "ApiTokenInput", description = "What a token is to be; it needs a name and scopes.")
record ApiTokenInput(
        @Schema(
                minLength = 1,
                maxLength = OwnedTokens.MAX_NAME,
                description = "What you will know it by.",
                examples = "Static site build")
        Patch<String> name,

        @Schema(
                description = "What it may be used for, each once. It never does more than your role allows.",
                examples = "[\"content:read\"]")
        Patch<List<String>> scopes,

        @Schema(
                format = "date-time",
                nullable = true,
                description = "When it stops, at most 10 years ahead; null where it serves until it" + " is revoked.",
                examples = "2027-05-03T18:20:11Z")
        Patch<String> expiresAt) {

    NewToken toNewToken() {
        return new NewToken(
                name.value(),
                scopes.value() == null
                        ? List.of()
                        : scopes.value().stream()
                                .map(word -> Scope.find(word).orElse(null))
                                .toList(),
                InstantCodec.read("expiresAt", expiresAt).value());
    }
}
