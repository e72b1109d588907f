package io.masthead.api.v1.me;

import io.masthead.kernel.Violations;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A code that proves the possession of the authenticator. */
@Schema(
        name = "CodeInput",
        requiredProperties = {"code"},
        description = "A code that proves the possession of the authenticator.")
public record CodeInput(
        @Schema(
                minLength = 1,
                maxLength = CodeInput.MAX_CODE,
                description = "The current code of the authenticator, or a recovery code if the second factor is on.",
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
