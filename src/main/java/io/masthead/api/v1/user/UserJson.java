package io.masthead.api.v1.user;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.Representation;
import io.masthead.api.v1.me.AccountJson;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.user.UserView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A user on the wire. */
@Schema(name = "User", description = "A user's profile.")
record UserJson(
        @Schema(examples = "2") long id,

        @Schema(description = "The display name.", examples = "Ada Quill")
        String name,

        @Schema(examples = "ada-quill") String slug,

        @Schema(description = "Sanitized inline HTML; may be empty.", examples = "Writes about <em>boats</em>.")
        String biography,

        @Schema(
                description = "The URL of the archive of the user's posts.",
                format = "uri",
                examples = "https://news.example/author/ada-quill/")
        String url,

        @Schema(description = "The path of 'url', with its query.", examples = "/author/ada-quill/")
        String path,

        @Schema(description = "The user's own site; may be empty.", examples = "https://ada.example")
        String website,

        @Schema(description = "The URL of a picture; may be empty.", examples = "https://ada.example/ada.jpg")
        String avatarUrl,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Only for callers who may list users.")
        AccountJson account,

        @JsonIgnore Integer rowVersion)
        implements Representation {

    static UserJson of(UserView view, PermalinkBuilder urls) {
        var user = view.user();
        var url = urls.author(user);
        return new UserJson(
                user.id(),
                user.displayName(),
                user.slug(),
                user.biography(),
                url,
                PermalinkBuilder.path(url),
                user.url(),
                user.avatarUrl(),
                view.accountVisible() ? AccountJson.of(user) : null,
                user.version());
    }
}
