package io.masthead.api.v1.auth;

import io.masthead.kernel.Violations;
import io.masthead.user.credential.PasswordRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The proof that the local account belongs to the user of the external account. */
@Schema(
        name = "LinkInput",
        requiredProperties = {"challenge", "password"},
        description = "The proof that the local account belongs to the user of the external account.")
record LinkInput(
        @Schema(
                minLength = 1,
                maxLength = LinkInput.MAX_CHALLENGE,
                description = "The challenge from the response that asked for the password.",
                examples = "mh_lnc_…")
        String challenge,

        @Schema(
                minLength = 1,
                maxLength = PasswordRules.MAX_LENGTH,
                description = "The password of the local account.",
                examples = "correct horse battery staple")
        String password,

        @Schema(nullable = true, description = CookieChoice.DESCRIPTION, examples = "false")
        Boolean cookie)
        implements CookieChoice {

    private static final int MAX_CHALLENGE = 200;

    LinkInput checked() {
        var violations = new Violations();
        violations.requiredText("challenge", challenge, MAX_CHALLENGE);
        violations.require(
                password != null && !password.isEmpty(), "password", "required", "'password' must not be empty.");
        violations.throwIfAny();
        return this;
    }
}
