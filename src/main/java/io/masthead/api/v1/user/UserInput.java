package io.masthead.api.v1.user;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.Patch;
import io.masthead.text.Slugs;
import io.masthead.user.NewUser;
import io.masthead.user.Role;
import io.masthead.user.UserPatch;
import io.masthead.user.UserText;
import io.masthead.user.credential.PasswordRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A user as an administrator writes it: all of a new one, or a merge patch of one there is. */
@Schema(
        name = "UserInput",
        requiredProperties = {"login", "email", "name"},
        description = "A user to create or change. A new one needs a login, an e-mail address and a name. In a"
                + " PATCH, absent fields are unchanged (RFC 7396).")
public record UserInput(
        @Schema(
                minLength = 1,
                maxLength = UserText.MAX_LOGIN,
                description = "ASCII letters, digits, '_', '.', '-', '@', and single spaces between them. A login"
                        + " cannot be changed, so a PATCH must omit it.",
                examples = "ada")
        Patch<String> login,

        @Schema(
                maxLength = UserText.MAX_EMAIL,
                description = "Unique among users. Never public.",
                examples = "ada@example.org")
        Patch<String> email,

        @Schema(
                minLength = 1,
                maxLength = UserText.MAX_NAME,
                description = "The display name in plain text. It should not reveal the login.",
                examples = "Ada Quill")
        Patch<String> name,

        @Schema(
                nullable = true,
                maxLength = Slugs.MAX_LENGTH,
                description = Slugs.ALLOWED + "; null to make one from the name.",
                examples = "ada-quill")
        Patch<String> slug,

        @Schema(
                nullable = true,
                maxLength = UserText.MAX_BIOGRAPHY,
                description = "Inline HTML (links and emphasis), which will be sanitized.",
                examples = "Writes about <em>boats</em>.")
        Patch<String> biography,

        @Schema(
                nullable = true,
                maxLength = UserText.MAX_URL,
                description = "The http or https URL of the user's own site; null or empty for none.",
                examples = "https://ada.example")
        Patch<String> website,

        @Schema(
                nullable = true,
                maxLength = UserText.MAX_URL,
                description = "The http or https URL of a picture; null or empty for none.",
                examples = "https://ada.example/ada.jpg")
        Patch<String> avatarUrl,

        @Schema(defaultValue = "subscriber", examples = "author")
        Patch<Role> role,

        @Schema(
                defaultValue = "false",
                description = "Whether the user cannot sign in or use tokens.",
                examples = "false")
        Patch<Boolean> suspended,

        @Schema(
                minLength = PasswordRules.MIN_LENGTH,
                maxLength = PasswordRules.MAX_LENGTH,
                description = "Never shown. A new password ends all sessions of the user. A request that creates a user"
                        + " with a password cannot have an Idempotency-Key.",
                examples = "a quiet harbour at night")
        Patch<String> password) {

    NewUser toNewUser() {
        return new NewUser(
                login.value(),
                email.value(),
                name.value(),
                slug.value(),
                biography.value(),
                website.value(),
                avatarUrl.value(),
                role,
                suspended.value(),
                null);
    }

    UserPatch toChanges() {
        if (login.isSet()) {
            throw CmsException.field("login", "not_editable", "A login cannot be changed.");
        }
        return new UserPatch(name, slug, biography, website, avatarUrl, email, role, suspended);
    }
}
