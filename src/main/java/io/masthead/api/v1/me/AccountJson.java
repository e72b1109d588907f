package io.masthead.api.v1.me;

import io.masthead.user.Role;
import io.masthead.user.User;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The account behind a profile, for those who manage accounts. */
@Schema(name = "Account", description = "The account behind a profile.")
public record AccountJson(
        @Schema(examples = "ada") String login,

        @Schema(description = "Null if unknown.", nullable = true, examples = "ada@example.org")
        String email,

        @Schema(examples = "author") Role role,

        @Schema(
                description = "The time of the suspension; null if not suspended.",
                nullable = true,
                examples = "2026-06-01T09:00:00Z")
        Instant suspendedAt,

        @Schema(examples = "2026-05-03T18:20:11Z") Instant createdAt) {

    public static AccountJson of(User user) {
        return new AccountJson(user.login(), user.email(), user.role(), user.suspendedAt(), user.createdAt());
    }
}
