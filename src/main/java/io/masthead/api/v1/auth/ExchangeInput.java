package io.masthead.api.v1.auth;

import io.masthead.kernel.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The code that the browser brought back and the PKCE verifier. */
@Schema(
        name = "ExchangeInput",
        requiredProperties = {"code", "verifier"},
        description = "The code that the browser brought back and the PKCE verifier.")
record ExchangeInput(
        @Schema(
                minLength = 1,
                maxLength = ExchangeInput.MAX_CODE,
                description = "The parameter 'code' that was added to 'returnTo'.",
                examples = "mh_exc_…")
        String code,

        @Schema(
                minLength = 43,
                maxLength = ExchangeInput.MAX_VERIFIER,
                description = "The PKCE code verifier of 'challenge'.",
                examples = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")
        String verifier,

        @Schema(nullable = true, description = CookieChoice.DESCRIPTION, examples = "false")
        Boolean cookie)
        implements CookieChoice {

    private static final int MAX_CODE = 200;
    private static final int MAX_VERIFIER = 128;

    ExchangeInput checked() {
        var violations = new Violations();
        violations.requiredText("code", code, MAX_CODE);
        violations.requiredText("verifier", verifier, MAX_VERIFIER);
        violations.throwIfAny();
        return this;
    }
}
