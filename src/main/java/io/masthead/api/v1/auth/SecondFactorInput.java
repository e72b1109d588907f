package io.masthead.api.v1.auth;

import io.masthead.api.v1.me.CodeInput;
import io.masthead.kernel.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The second proof of a two-step sign-in. */
@Schema(
        name = "SecondFactorInput",
        requiredProperties = {"challenge", "code"},
        description = "The second proof of a two-step sign-in.")
record SecondFactorInput(
        @Schema(
                minLength = 1,
                maxLength = SecondFactorInput.MAX_CHALLENGE,
                description = "The challenge from the first step.",
                examples = "mh_2nd_…")
        String challenge,

        @Schema(
                minLength = 1,
                maxLength = CodeInput.MAX_CODE,
                description = "The current code of the authenticator, or a recovery code.",
                examples = "492039")
        String code,

        @Schema(nullable = true, description = CookieChoice.DESCRIPTION, examples = "false")
        Boolean cookie)
        implements CookieChoice {

    private static final int MAX_CHALLENGE = 100;

    SecondFactorInput checked() {
        var violations = new Violations();
        violations.requiredText("challenge", challenge, MAX_CHALLENGE);
        violations.requiredText("code", code, CodeInput.MAX_CODE);
        violations.throwIfAny();
        return this;
    }
}
