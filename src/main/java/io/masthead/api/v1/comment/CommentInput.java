package io.masthead.api.v1.comment;

import static io.masthead.comment.GuestRules.MAX_EMAIL;
import static io.masthead.comment.GuestRules.MAX_NAME;
import static io.masthead.comment.GuestRules.MAX_URL;

import io.masthead.comment.CommentAuthor;
import io.masthead.comment.CommentSubmission;
import io.masthead.comment.CommentText;
import io.masthead.comment.Origin;
import io.masthead.kernel.Patch;
import io.masthead.post.PostType;
import io.masthead.text.ContentFormat;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comment as a reader writes it. */
@Schema(
        name = "CommentInput",
        requiredProperties = {"text"},
        description = "A comment to create.")
public record CommentInput(
        @Schema(
                minimum = "1",
                nullable = true,
                description = "The id of the comment that it answers, on the same post; absent or null for a comment on"
                        + " the post itself.",
                examples = "31")
        Long parentId,

        @Schema(
                nullable = true,
                description = "The author; only for guests, and required if the settings say so. Signed-in users"
                        + " comment under their own name.")
        GuestInput author,

        @Schema(
                minLength = 1,
                maxLength = CommentText.MAX_BYTES,
                description = "The text in the given format, at most 65,525 bytes in UTF-8.",
                examples = "Well *said*.")
        String text,

        @Schema(
                nullable = true,
                defaultValue = "markdown",
                examples = "markdown",
                description = "The format of the text. Only paragraphs, links, quotes, code and emphasis are kept.")
        Patch<CommentFormat> format,

        @Schema(
                nullable = true,
                maxLength = 2_000,
                description =
                        "A honeypot: hide this field from people and leave it empty. A comment with a value is spam.",
                examples = "")
        String website,

        @Schema(
                nullable = true,
                maxLength = 200,
                description = "The 'token' of the comment form; for guests, if the settings require a minimum time.",
                examples = "1763884800.mYbKQ")
        String formToken) {

    /**
     * @param password for a protected post; null for none
     */
    CommentSubmission toSubmission(PostType type, long postId, Origin origin, String password) {
        return new CommentSubmission(
                type,
                postId,
                parentId,
                author == null ? null : author.toAuthor(),
                text,
                contentFormat(),
                origin,
                password,
                website,
                formToken);
    }

    private ContentFormat contentFormat() {
        if (format.fault() != null) {
            return null;
        }
        return format.value() == null
                ? ContentFormat.MARKDOWN
                : ContentFormat.valueOf(format.value().name());
    }

    /** The formats that clients can choose; imports have more. */
    enum CommentFormat {
        MARKDOWN,
        HTML
    }

    /** The author of a guest's comment. */
    @Schema(name = "GuestInput", description = "The author of a guest's comment.")
    record GuestInput(
            @Schema(nullable = true, maxLength = MAX_NAME, description = "One line of plain text.", examples = "Ada")
            String name,

            @Schema(
                    nullable = true,
                    format = "email",
                    maxLength = MAX_EMAIL,
                    description = "Never public.",
                    examples = "ada@example.org")
            String email,

            @Schema(
                    nullable = true,
                    format = "uri",
                    maxLength = MAX_URL,
                    description = "An http or https URL.",
                    examples = "https://example.org")
            String url) {

        CommentAuthor toAuthor() {
            return new CommentAuthor(text(name), text(email), text(url));
        }

        private static String text(String value) {
            return value == null ? "" : value.strip();
        }
    }
}
