package io.masthead.api.v1.me;

import io.masthead.user.social.UserIdentity;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An external account with which the user signs in. */
@Schema(name = "Identity", description = "An external account with which the user signs in.")
record IdentityJson(
        @Schema(examples = "3") long id,

        @Schema(description = "The name of the provider at the time of linking.", examples = "google")
        String provider,

        @Schema(description = "The issuer.", examples = "https://accounts.google.com")
        String issuer,

        @Schema(description = "The name of the external account; may be empty.", examples = "ada@example.org")
        String accountName,

        @Schema(examples = "2026-05-04T07:00:00Z") Instant createdAt,

        @Schema(description = "Null before the second sign-in.", nullable = true, examples = "2026-05-11T07:00:00Z")
        Instant lastUsedAt) {

    static IdentityJson of(UserIdentity identity) {
        return new IdentityJson(
                identity.id(),
                identity.provider(),
                identity.issuer(),
                identity.accountName(),
                identity.createdAt(),
                identity.lastUsedAt());
    }
}
