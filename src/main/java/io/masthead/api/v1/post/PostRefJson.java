package io.masthead.api.v1.post;

import io.masthead.post.Post;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A post as its neighbours refer to it. */
@Schema(name = "PostRef", description = "A short form of a post.")
record PostRefJson(
        @Schema(examples = "12") long id,
        @Schema(examples = "The ferry is back") String title,
        @Schema(examples = "the-ferry-is-back") String slug,
        @Schema(examples = "2026-05-04T07:00:00Z") Instant publishedAt) {

    static PostRefJson of(Post post) {
        return post == null ? null : new PostRefJson(post.id(), post.title(), post.slug(), post.publishedAt());
    }
}
