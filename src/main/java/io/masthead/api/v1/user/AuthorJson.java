package io.masthead.api.v1.user;

import io.masthead.permalink.PermalinkBuilder;
import io.masthead.user.User;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A reference to an author. */
@Schema(name = "AuthorRef", description = "A short form of an author.")
public record AuthorJson(
        @Schema(examples = "2") long id,

        @Schema(description = "The display name.", examples = "Ada Quill")
        String name,

        @Schema(examples = "ada-quill") String slug,

        @Schema(
                description = "The URL of the archive of the author's posts.",
                format = "uri",
                examples = "https://news.example/author/ada-quill/")
        String url,

        @Schema(examples = "/author/ada-quill/") String path) {

    public static AuthorJson of(User user, PermalinkBuilder urls) {
        var url = urls.author(user);
        return new AuthorJson(user.id(), user.displayName(), user.slug(), url, PermalinkBuilder.path(url));
    }
}
