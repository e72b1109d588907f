package io.masthead.api.v1.me;

import io.masthead.user.social.UserIdentity;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An account elsewhere by which the caller signs in. */
@Schema(name = "Identity", description = "An account elsewhere by which the caller signs in.")
record IdentityJson(
        @Schema(examples = "3") long id,

        @Schema(description = "The name of the site, as it was when it was added.", examples = "google")
        String provider,

        @Schema(description = "Who vouches for it.", examples = "https://accounts.google.com")
        String issuer,

        @Schema(description = "What the account is called there; may be empty.", examples = "ada@example.org")
        String accountName,

        @Schema(examples = "2026-05-04T07:00:00Z") Instant createdAt,

        @Schema(
                description = "Null before the second sign-in by it.",
                nullable = true,
                examples = "2026-05-11T07:00:00Z")
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
