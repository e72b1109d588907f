package io.masthead.api.v1.me;

import io.masthead.api.v1.http.InstantCodec;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Scope;
import io.masthead.user.credential.NewToken;
import io.masthead.user.credential.OwnedTokens;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new API token. */
@Schema(name = "ApiTokenInput", description = "An API token to create; name and scopes are required.")
record ApiTokenInput(
        @Schema(
                minLength = 1,
                maxLength = OwnedTokens.MAX_NAME,
                description = "A name of your choice for the token.",
                examples = "Static site build")
        Patch<String> name,

        @Schema(
                description = "The scopes to grant, each once. A token never grants more than your role allows.",
                examples = "[\"content:read\"]")
        Patch<List<String>> scopes,

        @Schema(
                format = "date-time",
                nullable = true,
                description = "The expiry time, at most 10 years ahead; null for a token that does not expire.",
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
