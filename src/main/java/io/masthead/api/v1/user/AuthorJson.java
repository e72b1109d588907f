package io.masthead.api.v1.user;

import io.masthead.user.User;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reference to an author. */
@Schema(name = "AuthorRef", description = "A short form of an author.")
public record AuthorJson(
        @Schema(examples = "2") long id,

        @Schema(description = "The display name.", examples = "Ada Quill")
        String name,

        @Schema(examples = "ada-quill") String slug) {

    public static AuthorJson of(User user) {
        return new AuthorJson(user.id(), user.displayName(), user.slug());
    }
}
