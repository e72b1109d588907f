package io.masthead.api.v1.me;

import io.masthead.user.credential.PasswordRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Another password for the own account. */
@Schema(
        name = "PasswordInput",
        requiredProperties = {"newPassword"},
        description = "Another password for the own account.")
record PasswordInput(
        @Schema(
                nullable = true,
                maxLength = PasswordRules.MAX_LENGTH,
                description = "The present one; not looked at where the account has none.",
                examples = "a quiet harbour at night")
        String currentPassword,

        @Schema(
                minLength = PasswordRules.MIN_LENGTH,
                maxLength = PasswordRules.MAX_LENGTH,
                description = "Taken as it is, blanks included; not one of the most common.",
                examples = "a loud harbour in the morning")
        String newPassword) {}
