package io.masthead.api.v1.auth;

import io.masthead.kernel.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The account whose password is lost. */
@Schema(
        name = "ResetRequestInput",
        requiredProperties = {"email"},
        description = "The account whose password is lost.")
record ResetRequestInput(
        @Schema(
                minLength = 1,
                maxLength = ResetRequestInput.MAX_EMAIL,
                description = "The e-mail address; case is ignored.",
                examples = "ada@example.org")
        String email) {

    private static final int MAX_EMAIL = 320;

    String checked() {
        var violations = new Violations();
        violations.requiredText("email", email, MAX_EMAIL);
        violations.throwIfAny();
        return email;
    }
}
