package io.masthead.api.v1.me;

import com.fasterxml.jackson.annotation.JsonIgnore;
import io.masthead.api.v1.http.EnumCodec;
import io.masthead.api.v1.http.Representation;
import io.masthead.kernel.Actor;
import io.masthead.user.Role;
import io.masthead.user.User;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The caller's own profile and account on the wire. */
@Schema(name = "Me", description = "The caller's own profile and account.")
record MeJson(
        @Schema(examples = "2") long id,

        @Schema(description = "The display name.", examples = "Ada Quill")
        String name,

        @Schema(examples = "ada-quill") String slug,

        @Schema(description = "Sanitized inline HTML; may be empty.", examples = "Writes about <em>boats</em>.")
        String biography,

        @Schema(description = "The user's own site; may be empty.", examples = "https://ada.example")
        String website,

        @Schema(description = "The URL of a picture; may be empty.", examples = "https://ada.example/ada.jpg")
        String avatarUrl,

        @Schema(examples = "ada") String login,

        @Schema(description = "Null if unknown.", nullable = true, examples = "ada@example.org")
        String email,

        @Schema(examples = "author") Role role,

        @Schema(
                description = "The rights of the caller, sorted by name.",
                examples = "[\"edit_posts\", \"publish_posts\"]")
        List<String> capabilities,

        @JsonIgnore Integer rowVersion)
        implements Representation {

    static MeJson of(User user, Actor actor) {
        return new MeJson(
                user.id(),
                user.displayName(),
                user.slug(),
                user.biography(),
                user.url(),
                user.avatarUrl(),
                user.login(),
                user.email(),
                user.role(),
                actor.capabilities().stream().map(EnumCodec::of).sorted().toList(),
                user.version());
    }
}
