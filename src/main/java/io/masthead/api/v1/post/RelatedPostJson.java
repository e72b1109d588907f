package io.masthead.api.v1.post;

import io.masthead.api.v1.media.MediaRefJson;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.post.related.RelatedPost;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A post as one with the same terms refers to it. */
@Schema(name = "RelatedPost", description = "A published post that shares categories or tags with another one.")
record RelatedPostJson(
        @Schema(examples = "13") long id,
        @Schema(examples = "The ferry is late") String title,
        @Schema(examples = "the-ferry-is-late") String slug,

        @Schema(format = "uri", examples = "https://news.example/2026/05/05/the-ferry-is-late/")
        String url,

        @Schema(examples = "/2026/05/05/the-ferry-is-late/") String path,

        @Schema(examples = "2026-05-05T07:00:00Z") Instant publishedAt,
        @Schema(nullable = true) MediaRefJson featuredMedia) {

    static RelatedPostJson of(RelatedPost related, PermalinkBuilder urls) {
        var post = related.post();
        var url = urls.post(post);
        return new RelatedPostJson(
                post.id(),
                post.title(),
                post.slug(),
                url,
                PermalinkBuilder.path(url),
                post.publishedAt(),
                MediaRefJson.of(post.featuredMediaId(), related.picture()));
    }
}
