package io.masthead.api.v1.me;

import io.masthead.user.credential.PasswordRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The current password, which proves that the owner makes the request. */
@Schema(
        name = "CurrentPasswordInput",
        description = "The current password, which proves that the owner makes the request.")
record CurrentPasswordInput(
        @Schema(
                nullable = true,
                maxLength = PasswordRules.MAX_LENGTH,
                description = "The current password; ignored if the account has none.",
                examples = "a quiet harbour at night")
        String currentPassword) {}
