package io.masthead.api.v1.auth;

import io.masthead.kernel.Violations;
import io.masthead.user.credential.PasswordRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The credentials of a sign-in. */
@Schema(
        name = "LoginInput",
        requiredProperties = {"login", "password"},
        description = "The credentials of a sign-in.")
record LoginInput(
        @Schema(
                minLength = 1,
                maxLength = LoginInput.MAX_LOGIN,
                description = "The login or the e-mail address; case is ignored.",
                examples = "ada")
        String login,

        @Schema(
                minLength = 1,
                maxLength = PasswordRules.MAX_LENGTH,
                description = "The password; not trimmed.",
                examples = "nine harbour cranes")
        String password,

        @Schema(nullable = true, description = CookieChoice.DESCRIPTION, examples = "false")
        Boolean cookie)
        implements CookieChoice {

    private static final int MAX_LOGIN = 320;

    LoginInput checked() {
        var violations = new Violations();
        violations.requiredText("login", login, MAX_LOGIN);
        violations.require(
                password != null && !password.isEmpty(), "password", "required", "'password' must not be empty.");
        violations.throwIfAny();
        return this;
    }
}
