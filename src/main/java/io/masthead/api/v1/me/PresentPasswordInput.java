package io.masthead.api.v1.me;

import io.masthead.user.credential.PasswordRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Proves that it is the owner who sits at a session. */
@Schema(name = "PresentPasswordInput", description = "Proves that it is the owner who sits at a session.")
record PresentPasswordInput(
        @Schema(
                nullable = true,
                maxLength = PasswordRules.MAX_LENGTH,
                description = "The present one; not looked at where the account has none.",
                examples = "a quiet harbour at night")
        String currentPassword) {}
