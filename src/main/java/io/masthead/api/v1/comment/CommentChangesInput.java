package io.masthead.api.v1.comment;

import static io.masthead.comment.GuestRules.MAX_EMAIL;
import static io.masthead.comment.GuestRules.MAX_NAME;
import static io.masthead.comment.GuestRules.MAX_URL;

import io.masthead.comment.CommentPatch;
import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentText;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.Patch;
import io.masthead.text.ContentFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A merge patch of a comment. */
@Schema(name = "CommentPatch", description = "What a comment is to be; what is absent stays (RFC 7396).")
record CommentChangesInput(
        @Schema(
                minLength = 1,
                maxLength = CommentText.MAX_BYTES,
                description = "At most 65,525 bytes in UTF-8, in the given format.",
                examples = "Well *said*!")
        Patch<String> text,

        @Schema(
                examples = "markdown",
                description = "What the text is written in; 'wordpress' only where it is so" + " already.")
        Patch<ContentFormat> format,

        @Schema(implementation = AuthorChangesInput.class, description = "For moderators: who says it.")
        Patch<AuthorChangesInput> author,

        @Schema(examples = "approved", description = "For moderators.")
        Patch<CommentStatus> status) {

    private static final AuthorChangesInput NO_AUTHOR =
            new AuthorChangesInput(Patch.absent(), Patch.absent(), Patch.absent());

    CommentPatch toPatch() {
        if (author.isSet() && author.value() == null) {
            throw CmsException.field("author", "null_not_allowed", "'author' must not be null.");
        }
        var who = author.isSet() ? author.value() : NO_AUTHOR;
        return new CommentPatch(text, format, who.name(), who.email(), who.url(), status);
    }

    /** What changes of who says it. */
    @Schema(name = "CommentAuthorPatch", description = "Who says it.")
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
                    description = "Never shown; null empties it.",
                    examples = "ada@example.org")
            Patch<String> email,

            @Schema(
                    implementation = String.class,
                    nullable = true,
                    format = "uri",
                    maxLength = MAX_URL,
                    description = "An http or https address; null empties it.",
                    examples = "https://example.org")
            Patch<String> url) {}
}
