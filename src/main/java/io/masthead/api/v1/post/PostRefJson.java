package io.masthead.api.v1.post;

import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.PermalinkSource;
import io.masthead.post.PostNeighbours;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A post as its neighbours refer to it. */
@Schema(name = "PostRef", description = "A short form of a post.")
record PostRefJson(
        @Schema(examples = "12") long id,
        @Schema(examples = "The ferry is back") String title,
        @Schema(examples = "the-ferry-is-back") String slug,

        @Schema(format = "uri", examples = "https://news.example/2026/05/04/the-ferry-is-back/")
        String url,

        @Schema(examples = "/2026/05/04/the-ferry-is-back/") String path,

        @Schema(examples = "2026-05-04T07:00:00Z") Instant publishedAt) {

    static PostRefJson of(PostNeighbours.Ref post, PermalinkBuilder urls) {
        if (post == null) {
            return null;
        }
        var url = urls.post(PermalinkSource.of(post));
        return new PostRefJson(
                post.id(), post.title(), post.slug(), url, PermalinkBuilder.path(url), post.publishedAt());
    }
}
