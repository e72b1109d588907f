package io.masthead.api.v1.me;

import io.masthead.kernel.Violations;
import io.masthead.user.credential.PasswordRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** At which site the caller has an account to sign in by. */
@Schema(
        name = "NewIdentityInput",
        requiredProperties = {"provider"},
        description = "At which site the caller has an account to sign in by.")
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
                description = "The present one; not looked at where the account has none.",
                examples = "a quiet harbour at night")
        String currentPassword) {

    private static final int MAX_NAME = 20;

    void check() {
        var violations = new Violations();
        violations.requiredText("provider", provider, MAX_NAME);
        violations.throwIfAny();
    }
}
