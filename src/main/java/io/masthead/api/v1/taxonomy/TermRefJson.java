package io.masthead.api.v1.taxonomy;

import io.masthead.permalink.PermalinkBuilder;
import io.masthead.taxonomy.TermSummary;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A category or tag as posts refer to it. */
@Schema(name = "TermRef", description = "A short form of a category or tag.")
public record TermRefJson(
        @Schema(examples = "4") long id,
        @Schema(examples = "Harbour") String name,
        @Schema(examples = "harbour") String slug,

        @Schema(description = "The URL of its archive.", format = "uri", examples = "https://news.example/tag/harbour/")
        String url,

        @Schema(examples = "/tag/harbour/") String path) {

    public static TermRefJson of(TermSummary term, PermalinkBuilder urls) {
        var url = urls.term(term);
        return new TermRefJson(term.id(), term.name(), term.slug(), url, PermalinkBuilder.path(url));
    }
}
