package io.masthead.api.v1.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.comment.CommentJson;
import io.masthead.api.v1.http.EnumCodec;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.Representation;
import io.masthead.comment.PersonalComment;
import io.masthead.kernel.Page;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.user.User;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The personal data of an e-mail address. */
@Schema(name = "PersonalData", description = "The personal data of an e-mail address.")
record PersonalDataJson(
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The account with this e-mail address; absent if there is none.")
        PersonalAccountJson account,

        @Schema(description = "The comments with this e-mail address or by the account.")
        ListJson<PersonalCommentJson> comments)
        implements Representation {

    static PersonalDataJson of(User account, Page<PersonalComment> comments, PermalinkBuilder urls) {
        return new PersonalDataJson(
                account == null ? null : PersonalAccountJson.of(account),
                ListJson.of(comments, found -> PersonalCommentJson.of(found, urls)));
    }

    /** An account with all data about its user. */
    @Schema(name = "PersonalAccount", description = "An account with all data about its user.")
    record PersonalAccountJson(
            @Schema(examples = "2") long id,
            @Schema(examples = "ada") String login,
            @Schema(examples = "ada@example.org") String email,
            @Schema(examples = "Ada Quill") String displayName,
            @Schema(examples = "Ada") String firstName,
            @Schema(examples = "Quill") String lastName,
            @Schema(examples = "Ada") String nickname,
            @Schema(examples = "en_US") String locale,
            @Schema(examples = "ada-quill") String slug,
            @Schema(examples = "Writes about the harbour.") String biography,
            @Schema(examples = "https://example.org") String website,

            @Schema(examples = "https://example.org/ada.jpg")
            String avatarUrl,

            @Schema(examples = "author") String role,

            @Schema(nullable = true, examples = "2026-06-01T09:00:00Z")
            Instant suspendedAt,

            @Schema(examples = "2026-05-04T07:00:00Z") Instant createdAt) {

        static PersonalAccountJson of(User user) {
            return new PersonalAccountJson(
                    user.id(),
                    user.login(),
                    user.email(),
                    user.displayName(),
                    user.person().firstName(),
                    user.person().lastName(),
                    user.person().nickname(),
                    user.person().locale(),
                    user.slug(),
                    user.biography(),
                    user.url(),
                    user.avatarUrl(),
                    EnumCodec.of(user.role()),
                    user.suspendedAt(),
                    user.createdAt());
        }
    }

    /** A comment with all data about its author. */
    @Schema(name = "PersonalComment", description = "A comment with all data about its author.")
    record PersonalCommentJson(
            CommentJson comment,

            @Schema(
                    type = SchemaType.OBJECT,
                    description = "The data sent to spam detection services; may be empty.",
                    additionalProperties = Schema.True.class,
                    examples = "{\"address\": \"192.0.2.7\"}")
            Object submitted) {

        static PersonalCommentJson of(PersonalComment found, PermalinkBuilder urls) {
            return new PersonalCommentJson(
                    CommentJson.of(found.comment(), found.post(), urls),
                    found.submitted() == null ? Map.of() : SubmittedJson.of(found.submitted()));
        }
    }
}
