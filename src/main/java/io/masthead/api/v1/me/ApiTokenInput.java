package io.masthead.api.v1.me;

import io.masthead.api.v1.http.InstantCodec;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.Patch;
import io.masthead.kernel.Scope;
import io.masthead.user.credential.NewToken;
import io.masthead.user.credential.OwnedTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
                description = "What it may be used for, each once: content:read, content:write,"
                        + " comments:write, comments:moderate, media:write,"
                        + " settings:write, users:read, users:write, privacy:write,"
                        + " imports:write, audit:read. It never does more than your"
                        + " role allows.",
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
                scopes.value() == null ? List.of() : scopes(scopes.value()),
                InstantCodec.read("expiresAt", expiresAt).value());
    }

    private static List<Scope> scopes(List<String> words) {
        var scopes = new ArrayList<Scope>();
        for (var word : words) {
            scopes.add(scope(word, "scopes/" + scopes.size()));
        }
        return scopes;
    }

    private static Scope scope(String word, String field) {
        return Scope.grantable().stream()
                .filter(scope -> scope.word().equals(word))
                .findFirst()
                .orElseThrow(() -> CmsException.field(
                        field,
                        "not_in_enum",
                        "'%s' must be one of %s."
                                .formatted(
                                        field,
                                        Scope.grantable().stream()
                                                .map(Scope::word)
                                                .collect(Collectors.joining(", ")))));
    }
}
