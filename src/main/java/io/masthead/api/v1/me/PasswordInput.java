package io.masthead.api.v1.me;

import io.masthead.user.credential.PasswordRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A change of the caller's password. */
@Schema(
        name = "PasswordInput",
        requiredProperties = {"newPassword"},
        description = "A change of the caller's password.")
record PasswordInput(
        @Schema(
                nullable = true,
                maxLength = PasswordRules.MAX_LENGTH,
                description = "The current password; ignored if the account has none.",
                examples = "a quiet harbour at night")
        String currentPassword,

        @Schema(
                minLength = PasswordRules.MIN_LENGTH,
                maxLength = PasswordRules.MAX_LENGTH,
                description = "The new password; not trimmed, and not one of the most common.",
                examples = "a loud harbour in the morning")
        String newPassword) {}
