package io.masthead.api.v1.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.NotInLists;
import io.masthead.api.v1.http.RequiresParameter;
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

        @Schema(examples = "/author/ada-quill/") String path,

        @NotInLists
        @RequiresParameter("include=author")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Sanitized inline HTML; may be empty; with include=author.",
                examples = "Writes about <em>boats</em>.")
        String biography,

        @NotInLists
        @RequiresParameter("include=author")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The author's own site; may be empty; with include=author.",
                examples = "https://ada.example")
        String website,

        @NotInLists
        @RequiresParameter("include=author")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The URL of a picture; may be empty; with include=author.",
                examples = "https://ada.example/ada.jpg")
        String avatarUrl) {

    public static AuthorJson of(User user, PermalinkBuilder urls) {
        var url = urls.author(user);
        return new AuthorJson(
                user.id(), user.displayName(), user.slug(), url, PermalinkBuilder.path(url), null, null, null);
    }

    /** With what an author says of themselves. */
    public static AuthorJson detailed(User user, PermalinkBuilder urls) {
        var url = urls.author(user);
        return new AuthorJson(
                user.id(),
                user.displayName(),
                user.slug(),
                url,
                PermalinkBuilder.path(url),
                user.biography(),
                user.url(),
                user.avatarUrl());
    }
}
