package io.masthead.api.v1.me;

import io.masthead.kernel.Patch;
import io.masthead.text.Slugs;
import io.masthead.user.UserPatch;
import io.masthead.user.UserText;
import io.masthead.user.credential.PasswordRules;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What people may change of themselves. */
@Schema(
        name = "MeInput",
        description = "What changes of the own account; what is absent stays (RFC 7396). Role and login"
                + " are not among it.")
record MeInput(
        @Schema(
                minLength = 1,
                maxLength = UserText.MAX_NAME,
                description = "Plain text: the name readers know. It need not, and should not," + " tell the login.",
                examples = "Ada Quill")
        Patch<String> name,

        @Schema(
                nullable = true,
                maxLength = Slugs.MAX_LENGTH,
                description = "Lower-case letters, digits, emoji, hyphens and underscores; null"
                        + " makes one from the name.",
                examples = "ada-quill")
        Patch<String> slug,

        @Schema(
                nullable = true,
                maxLength = UserText.MAX_BIOGRAPHY,
                description = "Plain text, never HTML.",
                examples = "Writes about boats.")
        Patch<String> biography,

        @Schema(
                nullable = true,
                maxLength = UserText.MAX_URL,
                description = "An http or https address; null or empty for none.",
                examples = "https://ada.example")
        Patch<String> url,

        @Schema(
                nullable = true,
                maxLength = UserText.MAX_URL,
                description = "The http or https address of a picture; null or empty for none.",
                examples = "https://ada.example/ada.jpg")
        Patch<String> avatarUrl,

        @Schema(
                maxLength = UserText.MAX_EMAIL,
                description =
                        "No two users share it. Another one takes the present password too," + " where there is one.",
                examples = "ada@example.org")
        Patch<String> email,

        @Schema(
                nullable = true,
                maxLength = PasswordRules.MAX_LENGTH,
                description = "Looked at with another e-mail address only.",
                examples = "a quiet harbour at night")
        Patch<String> currentPassword) {

    UserPatch toChanges() {
        return new UserPatch(name, slug, biography, url, avatarUrl, email, Patch.absent(), Patch.absent());
    }
}
