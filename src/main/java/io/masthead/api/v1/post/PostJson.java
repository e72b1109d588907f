package io.masthead.api.v1.post;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.masthead.api.v1.comment.CommentJson;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.NotInLists;
import io.masthead.api.v1.http.Representation;
import io.masthead.api.v1.http.RequiresParameter;
import io.masthead.api.v1.media.MediaRefJson;
import io.masthead.api.v1.taxonomy.TermRefJson;
import io.masthead.api.v1.user.AuthorJson;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.post.PostFormat;
import io.masthead.post.PostStatus;
import io.masthead.post.PostView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A post on the wire. */
@Schema(name = "Post", description = "A post. In lists, 'content' requires include=content.")
record PostJson(
        @Schema(examples = "12") long id,

        @Schema(examples = "published") PostStatus status,

        @Schema(description = "Plain text.", examples = "The ferry is back")
        String title,

        @Schema(description = "The title as inline HTML.", examples = "The ferry is back")
        String titleHtml,

        @Schema(
                description = "Null for drafts without one, such as those without a title.",
                nullable = true,
                examples = "the-ferry-is-back")
        String slug,

        @Schema(
                description = "The URL of its page on the site, by the permalink settings; by id for drafts.",
                format = "uri",
                examples = "https://news.example/2026/05/04/the-ferry-is-back/")
        String url,

        @Schema(description = "The path of 'url', with its query.", examples = "/2026/05/04/the-ferry-is-back/")
        String path,

        @Schema(
                description = "Plain text; empty without the password of a protected post.",
                examples = "After two winters the ferry runs again.")
        String excerpt,

        @Schema(description = "Whether the excerpt is derived from the text.", examples = "true")
        boolean excerptDerived,

        @Schema(
                description = "The minutes to read the text, rounded up; null for a protected one without its password,"
                        + " and for a while after an upgrade from a version that did not count.",
                nullable = true,
                examples = "3")
        Integer readingTime,

        @Schema(
                description = "The number of words in the text, or of characters in scripts that do not separate words;"
                        + " null as readingTime is.",
                nullable = true,
                examples = "512")
        Integer wordCount,

        @RequiresParameter(value = "include=content", onlyInLists = true) @JsonInclude(JsonInclude.Include.NON_NULL)
        ContentJson content,

        AuthorJson author,
        List<TermRefJson> categories,
        List<TermRefJson> tags,

        @Schema(description = "Null for a draft without a date.", nullable = true, examples = "2026-05-04T07:00:00Z")
        Instant publishedAt,

        @Schema(examples = "2026-05-03T18:20:11Z") Instant createdAt,
        @Schema(examples = "2026-05-04T07:12:40Z") Instant updatedAt,
        @Schema(nullable = true) MediaRefJson featuredMedia,

        @Schema(description = "The number of approved comments.", examples = "3")
        int commentCount,

        @Schema(examples = "true") boolean commentsOpen,
        @Schema(examples = "false") boolean pingsOpen,
        @Schema(examples = "false") boolean sticky,

        @Schema(examples = "standard") PostFormat format,

        @Schema(description = "The name of a template; empty for the default.", examples = "")
        String template,

        @Schema(description = "Never changes.", examples = "urn:uuid:0f1c2a4e-5b7d-4a43-8f0e-6f2b7f7f2f10")
        String guid,

        @JsonProperty("protected")
        @Schema(description = "Whether it has a password, which readers send in X-Post-Password.", examples = "false")
        boolean isProtected,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Only for callers who may edit it.", examples = "open sesame")
        String password,

        @Schema(
                description = "Custom fields; empty without the password of a protected post.",
                examples = "{\"rating\": 4}")
        Map<String, Object> customFields,

        @RequiresParameter(value = "include=formerSlugs", onlyInLists = true)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Former slugs, which redirect to the current one, in alphabetical order; in lists with"
                        + " include=formerSlugs.")
        List<String> formerSlugs,

        @NotInLists
        @RequiresParameter("include=previous")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The previous post, with include=previous; absent for the first.")
        PostRefJson previous,

        @NotInLists
        @RequiresParameter("include=next")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The next post, with include=next; absent for the last.")
        PostRefJson next,

        @NotInLists
        @RequiresParameter("include=related")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "At most 5 published posts that share tags or categories: those with the most in"
                        + " common first, then the latest; with include=related.")
        List<RelatedPostJson> related,

        @NotInLists
        @RequiresParameter("include=comments")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The first threads of comments, as in the list of comments with view=tree; with"
                        + " include=comments. Absent without the password of a protected post.")
        ListJson<CommentJson> comments,

        @JsonIgnore Integer rowVersion)
        implements Representation {

    static PostJson of(PostView view, PostExtras extras) {
        var post = view.post();
        var urls = extras.urls();
        var url = urls.post(post);
        return new PostJson(
                post.id(),
                post.status(),
                post.title(),
                post.titleHtml(),
                post.slug(),
                url,
                PermalinkBuilder.path(url),
                view.excerpt(),
                post.excerptSource() == null,
                view.readingMinutes(),
                view.wordCount(),
                ContentJson.of(view),
                extras.author(post),
                post.categories().stream()
                        .map(term -> TermRefJson.of(term, urls))
                        .toList(),
                post.tags().stream().map(term -> TermRefJson.of(term, urls)).toList(),
                post.publishedAt(),
                post.createdAt(),
                post.updatedAt(),
                MediaRefJson.of(post.featuredMediaId(), view.picture()),
                post.commentCount(),
                post.hasCommentsOpen(),
                post.hasPingsOpen(),
                post.isSticky(),
                post.format(),
                post.template(),
                post.guid(),
                post.isProtected(),
                view.editable() ? post.password() : null,
                view.customFields(),
                extras.formerSlugs(),
                PostRefJson.of(extras.neighbours().previous(), urls),
                PostRefJson.of(extras.neighbours().next(), urls),
                extras.related(),
                extras.comments(),
                post.version());
    }
}
