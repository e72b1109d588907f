package io.masthead.api.v1.me;

import io.masthead.kernel.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Proves that the caller holds the authenticator. */
@Schema(
        name = "CodeInput",
        requiredProperties = {"code"},
        description = "Proves that the caller holds the authenticator.")
public record CodeInput(
        @Schema(
                minLength = 1,
                maxLength = CodeInput.MAX_CODE,
                description = "The present code of the authenticator; where one is set up already, a"
                        + " recovery code will do.",
                examples = "492039")
        String code) {

    public static final int MAX_CODE = 40;

    String checked() {
        var violations = new Violations();
        violations.requiredText("code", code, MAX_CODE);
        violations.throwIfAny();
        return code;
    }
}
