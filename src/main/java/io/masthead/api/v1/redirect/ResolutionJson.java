package io.masthead.api.v1.redirect;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.EnumCodec;
import io.masthead.api.v1.http.Representation;
import io.masthead.permalink.Resolution;
import io.masthead.permalink.ResolvedPermalink;
import io.masthead.taxonomy.TermKind;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What stands at a path of the site, on the wire. */
@Schema(name = "Resolution", description = "What stands at a path of the site: content, or a redirect.")
record ResolutionJson(
        @Schema(
                description = "'home' is the list of posts at the root, 'archive' the posts of a year, month or day;"
                        + " 'redirect' means that the content stands elsewhere or is gone.",
                enumeration = {
                    "post",
                    "page",
                    "category",
                    "tag",
                    "author",
                    "archive",
                    "format",
                    "media",
                    "home",
                    "search",
                    "feed",
                    "redirect"
                },
                examples = "post")
        String type,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Absent for what has none, such as an archive.", examples = "12")
        Long id,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The URL of the content.",
                format = "uri",
                examples = "https://news.example/2026/05/04/the-ferry-is-back/")
        String url,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The URL of the part that the path names, such as the second page of an archive; for"
                        + " 'link rel=canonical'.",
                format = "uri",
                examples = "https://news.example/2026/05/04/the-ferry-is-back/")
        String canonical,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The number of the part that the path names, from 1.", examples = "1")
        Integer page,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The path of this API that reads it; absent for feeds, and for searches by nothing.",
                examples = "/api/v1/posts/12")
        String resource,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Where it stands; only with the type 'redirect'.")
        RedirectTargetJson redirect)
        implements Representation {

    /** The target of a redirect. */
    @Schema(name = "RedirectTarget", description = "Where a redirect leads.")
    record RedirectTargetJson(
            @Schema(
                    description = "An absolute URL; null with the status 410.",
                    nullable = true,
                    format = "uri",
                    examples = "https://news.example/2026/05/04/the-ferry-is-back/")
            String to,

            @Schema(description = "301, 302, 307, 308, or 410 for what is gone.", examples = "301")
            int status) {}

    static ResolutionJson of(Resolution resolution) {
        if (resolution instanceof Resolution.Moved moved) {
            return new ResolutionJson(
                    "redirect", null, null, null, null, null, new RedirectTargetJson(moved.to(), moved.status()));
        }
        var found = (Resolution.Found) resolution;
        var content = found.content();
        var thing = Thing.of(content);
        return new ResolutionJson(
                thing.type, thing.id, content.address(), found.canonical(), found.page(), thing.resource, null);
    }

    /** Content as this API names it. */
    private record Thing(String type, Long id, String resource) {

        private static final String POSTS = "/api/v1/posts";

        static Thing of(ResolvedPermalink content) {
            if (content instanceof ResolvedPermalink.OfPost of) {
                return single(
                        EnumCodec.of(of.view().post().type()), of.view().post().id());
            }
            if (content instanceof ResolvedPermalink.OfTerm of) {
                var isTag = of.term().kind() == TermKind.TAG;
                return new Thing(
                        isTag ? "tag" : "category",
                        of.term().id(),
                        "/api/v1/" + (isTag ? "tags/" : "categories/")
                                + of.term().id());
            }
            if (content instanceof ResolvedPermalink.OfAuthor of) {
                return new Thing(
                        "author",
                        of.author().id(),
                        "/api/v1/users/" + of.author().id());
            }
            if (content instanceof ResolvedPermalink.OfMedia of) {
                return new Thing(
                        "media", of.media().id(), "/api/v1/media/" + of.media().id());
            }
            if (content instanceof ResolvedPermalink.OfTime of) {
                var range = "?publishedFrom=" + of.range().from() + "&publishedUntil="
                        + of.range().until();
                return new Thing("archive", null, POSTS + range);
            }
            if (content instanceof ResolvedPermalink.OfFormat of) {
                return new Thing("format", null, POSTS + "?format=" + EnumCodec.of(of.format()));
            }
            if (content instanceof ResolvedPermalink.OfSearch of) {
                var words = URLEncoder.encode(of.words(), StandardCharsets.UTF_8);
                return new Thing("search", null, words.isBlank() ? null : POSTS + "?search=" + words);
            }
            return content instanceof ResolvedPermalink.OfHome
                    ? new Thing("home", null, POSTS)
                    : new Thing("feed", null, null);
        }

        private static Thing single(String noun, long id) {
            return new Thing(noun, id, "/api/v1/" + noun + "s/" + id);
        }
    }
}
