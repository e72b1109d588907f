package io.masthead.api.v1.me;

import io.masthead.kernel.Patch;
import io.masthead.text.Slugs;
import io.masthead.user.UserPatch;
import io.masthead.user.UserText;
import io.masthead.user.credential.PasswordRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A merge patch of the caller's account. */
@Schema(
        name = "MeInput",
        description = "A change of the caller's account, without role and login; absent fields are unchanged"
                + " (RFC 7396).")
record MeInput(
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

        @Schema(
                maxLength = UserText.MAX_EMAIL,
                description = "Unique among users. A change requires the current password, if there is one.",
                examples = "ada@example.org")
        Patch<String> email,

        @Schema(
                nullable = true,
                maxLength = PasswordRules.MAX_LENGTH,
                description = "Required to change the e-mail address.",
                examples = "a quiet harbour at night")
        Patch<String> currentPassword) {

    UserPatch toChanges() {
        return new UserPatch(name, slug, biography, website, avatarUrl, email, Patch.absent(), Patch.absent());
    }
}
