package io.masthead.api.v1.me;

import io.masthead.kernel.Violations;
import io.masthead.user.credential.PasswordRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The external account to link. */
@Schema(
        name = "NewIdentityInput",
        requiredProperties = {"provider"},
        description = "The external account to link.")
record NewIdentityInput(
        @Schema(
                minLength = 1,
                maxLength = NewIdentityInput.MAX_NAME,
                description = "The 'name' of one of the providers.",
                examples = "google")
        String provider,

        @Schema(
                nullable = true,
                maxLength = PasswordRules.MAX_LENGTH,
                description = "The current password; ignored if the account has none.",
                examples = "a quiet harbour at night")
        String currentPassword) {

    private static final int MAX_NAME = 20;

    void check() {
        var violations = new Violations();
        violations.requiredText("provider", provider, MAX_NAME);
        violations.throwIfAny();
    }
}
