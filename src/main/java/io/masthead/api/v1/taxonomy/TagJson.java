package io.masthead.api.v1.taxonomy;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.Representation;
import io.masthead.api.v1.http.RequiresParameter;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.taxonomy.Term;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A tag on the wire. */
@Schema(name = "Tag", description = "A tag: a free label on posts.")
record TagJson(
        @Schema(examples = "4") long id,

        @Schema(description = "Plain text.", examples = "Ferries")
        String name,

        @Schema(examples = "ferries") String slug,

        @Schema(
                description = "The URL of its archive on the site, by the permalink settings.",
                format = "uri",
                examples = "https://news.example/tag/ferries/")
        String url,

        @Schema(description = "The path of 'url', with its query.", examples = "/tag/ferries/")
        String path,

        @Schema(description = "Sanitized HTML; may be empty.", examples = "<p>All that floats.</p>")
        String description,

        @Schema(description = "The number of published posts.", examples = "17")
        int postCount,

        @Schema(
                description = "Custom fields; names that begin with an underscore are for those who may change it.",
                examples = "{\"rating\": 4}")
        Map<String, Object> customFields,

        @Schema(examples = "2026-05-03T18:20:11Z") Instant createdAt,
        @Schema(examples = "2026-05-04T07:12:40Z") Instant updatedAt,

        @RequiresParameter(value = "include=formerSlugs", onlyInLists = true)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Former slugs, which redirect to the current one, in alphabetical order; in lists with"
                        + " include=formerSlugs.")
        List<String> formerSlugs,

        @JsonIgnore Integer rowVersion)
        implements Representation {

    /**
     * @param customFields those that the caller may see
     * @param formerSlugs null in lists that do not include them
     */
    static TagJson of(Term term, Map<String, Object> customFields, List<String> formerSlugs, PermalinkBuilder urls) {
        var url = urls.term(term);
        return new TagJson(
                term.id(),
                term.name(),
                term.slug(),
                url,
                PermalinkBuilder.path(url),
                term.description(),
                term.publishedCount(),
                customFields,
                term.createdAt(),
                term.updatedAt(),
                formerSlugs,
                term.version());
    }
}
