package io.masthead.api.v1.auth;

import io.masthead.kernel.Violations;
import io.masthead.user.credential.PasswordRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A new password for a user who has forgotten theirs. */
@Schema(
        name = "ResetInput",
        requiredProperties = {"token", "password"},
        description = "A new password for a user who has forgotten theirs.")
record ResetInput(
        @Schema(
                minLength = 1,
                maxLength = ResetInput.MAX_TOKEN,
                description = "The token from the link in the mail.",
                examples = "mh_rst_…")
        String token,

        @Schema(
                minLength = PasswordRules.MIN_LENGTH,
                maxLength = PasswordRules.MAX_LENGTH,
                description = "The new password; not one of the most common.",
                examples = "nine harbour cranes")
        String password) {

    private static final int MAX_TOKEN = 100;

    ResetInput checked() {
        var violations = new Violations();
        violations.requiredText("token", token, MAX_TOKEN);
        violations.require(
                password != null && !password.isEmpty(), "password", "required", "'password' must not be empty.");
        violations.throwIfAny();
        return this;
    }
}
