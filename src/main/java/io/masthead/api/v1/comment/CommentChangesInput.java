package io.masthead.api.v1.comment;

import static io.masthead.comment.GuestRules.MAX_EMAIL;
import static io.masthead.comment.GuestRules.MAX_NAME;
import static io.masthead.comment.GuestRules.MAX_URL;

import io.masthead.comment.CommentPatch;
import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentText;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.Patch;
import io.masthead.text.ContentFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A merge patch of a comment. */
@Schema(name = "CommentPatch", description = "A change of a comment; absent fields are unchanged (RFC 7396).")
record CommentChangesInput(
        @Schema(
                minLength = 1,
                maxLength = CommentText.MAX_BYTES,
                description = "The text in the given format, at most 65,525 bytes in UTF-8.",
                examples = "Well *said*!")
        Patch<String> text,

        @Schema(
                examples = "markdown",
                description = "The format of the text; 'wordpress' only if it is the current format.")
        Patch<ContentFormat> format,

        @Schema(implementation = AuthorChangesInput.class, description = "The author; moderators only.")
        Patch<AuthorChangesInput> author,

        @Schema(examples = "approved", description = "Moderators only.")
        Patch<CommentStatus> status) {

    private static final AuthorChangesInput NO_AUTHOR =
            new AuthorChangesInput(Patch.absent(), Patch.absent(), Patch.absent());

    private static final AuthorChangesInput NULL_AUTHOR = new AuthorChangesInput(
            Patch.invalid(new FieldError("author", "null_not_allowed", "'author' must not be null.")),
            Patch.absent(),
            Patch.absent());

    CommentPatch toPatch() {
        var none = author.isSet() ? NULL_AUTHOR : NO_AUTHOR;
        var who = author.value() == null ? none : author.value();
        return new CommentPatch(text, format, who.name(), who.email(), who.url(), status);
    }

    /** A change of the author of a comment */
    @Schema(name = "CommentAuthorPatch", description = "A change of the author of a comment.")
    record AuthorChangesInput(
            @Schema(
                    implementation = String.class,
                    minLength = 1,
                    maxLength = MAX_NAME,
                    description = "One line of plain text.",
                    examples = "Ada")
            Patch<String> name,

            @Schema(
                    implementation = String.class,
                    nullable = true,
                    format = "email",
                    maxLength = MAX_EMAIL,
                    description = "Never public; null to clear it.",
                    examples = "ada@example.org")
            Patch<String> email,

            @Schema(
                    implementation = String.class,
                    nullable = true,
                    format = "uri",
                    maxLength = MAX_URL,
                    description = "An http or https URL; null to clear it.",
                    examples = "https://example.org")
            Patch<String> url) {}
}
