package io.masthead.api.v1.comment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.EnumCodec;
import io.masthead.api.v1.http.ListJson;
import io.masthead.api.v1.http.Representation;
import io.masthead.api.v1.http.RequiresParameter;
import io.masthead.comment.Cause;
import io.masthead.comment.Comment;
import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentType;
import io.masthead.comment.CommentView;
import io.masthead.comment.query.PostedComment;
import io.masthead.comment.thread.CommentNode;
import io.masthead.kernel.Page;
import io.masthead.permalink.PermalinkBuilder;
import io.masthead.post.Post;
import io.masthead.post.PostType;
import io.masthead.text.ContentFormat;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comment on the wire. */
@Schema(name = "Comment", description = "A comment on a post or page.")
public record CommentJson(
        @Schema(examples = "31") long id,

        @Schema(description = "The id of the post or page.", examples = "12")
        long postId,

        @Schema(
                description = "The URL of the post or page, with the comment as fragment.",
                format = "uri",
                examples = "https://news.example/2026/05/04/the-ferry-is-back/#comment-31")
        String url,

        @Schema(
                description = "The path of 'url', with its query and fragment.",
                examples = "/2026/05/04/the-ferry-is-back/#comment-31")
        String path,

        @Schema(
                description = "The id of the parent comment; null at the top of a thread.",
                nullable = true,
                examples = "30")
        Long parentId,

        @Schema(description = "The level in the thread, from 1.", examples = "2")
        int depth,

        @Schema(
                description = "A comment of a reader, or a ping from another site that links here.",
                examples = "comment")
        CommentType type,

        @Schema(
                description = "For authors, 'pending' covers all statuses other than 'approved'; moderators see the"
                        + " actual status.",
                examples = "approved")
        CommentStatus status,

        CommentAuthorJson author,

        @Schema(description = "The rendered and sanitized text.", examples = "<p>Well <em>said</em>.</p>")
        String html,

        @Schema(description = "The number of visible direct replies.", examples = "2")
        int replyCount,

        @Schema(examples = "2026-05-04T07:00:00Z") Instant createdAt,
        @Schema(examples = "2026-05-04T07:00:00Z") Instant updatedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The format of the source; only for the author and moderators.", examples = "markdown")
        ContentFormat format,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The text as written; only for the author and moderators.", examples = "Well *said*.")
        String source,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The token with which a guest can change the comment, to send in X-Comment-Token; only in"
                        + " the response to its creation.",
                examples = "mYbKQ4v1o0")
        String editToken,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The time until which the author can change the comment; only for the author.",
                examples = "2026-05-04T07:05:00Z")
        Instant editableUntil,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The id of the comment that it answers, visible or not; moderators only.",
                examples = "30")
        Long answersId,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The client's network address; moderators only.", examples = "192.0.2.7")
        String address,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The client's user agent; moderators only.", examples = "Mozilla/5.0")
        String userAgent,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The status that a restored comment gets; moderators only.",
                enumeration = {"pending", "approved", "spam"},
                examples = "approved")
        String statusBefore,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "The reason for its status; moderators only.")
        VerdictJson verdict,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The post or page; only in lists across posts.")
        CommentedPostJson post,

        @RequiresParameter({"view=tree", "include=comments"})
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The replies; only in trees.")
        RepliesJson replies,

        @JsonIgnore Integer rowVersion)
        implements Representation {

    /** @param urls of the posts of the comments */
    static CommentJson of(CommentView view, PermalinkBuilder urls) {
        return of(view, null, null, urls);
    }

    static CommentJson of(PostedComment posted, PermalinkBuilder urls) {
        return of(posted.view(), posted.post(), urls);
    }

    public static CommentJson of(CommentView view, Post post, PermalinkBuilder urls) {
        return of(view, CommentedPostJson.of(post, urls), null, urls);
    }

    /** The first page of threads on a post. */
    public static ListJson<CommentJson> threads(Page<CommentNode> threads, PermalinkBuilder urls) {
        return ListJson.of(threads, node -> of(node, urls));
    }

    static CommentJson of(CommentNode node, PermalinkBuilder urls) {
        var replies = node.replies() == null ? null : RepliesJson.of(node.replies(), urls);
        return of(node.comment(), null, replies, urls);
    }

    private static CommentJson of(
            CommentView view, CommentedPostJson post, RepliesJson replies, PermalinkBuilder urls) {
        var comment = view.comment();
        var url = urls.comment(comment.postId(), comment.id());
        var inside = view.moderated() || view.own();
        return new CommentJson(
                comment.id(),
                comment.postId(),
                url,
                PermalinkBuilder.path(url),
                comment.aboveId(),
                comment.depth(),
                comment.type(),
                view.status(),
                CommentAuthorJson.of(view),
                comment.html(),
                comment.replyCount(),
                comment.createdAt(),
                comment.updatedAt(),
                inside ? comment.format() : null,
                inside ? comment.filteredSource() : null,
                view.editToken(),
                view.editableUntil(),
                view.moderated() ? comment.parentId() : null,
                view.moderated() ? comment.address() : null,
                view.moderated() ? comment.userAgent() : null,
                view.moderated() && comment.statusBefore() != null ? EnumCodec.of(comment.statusBefore()) : null,
                view.moderated() ? VerdictJson.of(comment) : null,
                post,
                replies,
                comment.version());
    }

    /** The author of a comment. */
    @Schema(name = "CommentAuthor", description = "The author of a comment.")
    record CommentAuthorJson(
            @Schema(description = "The id of the user; null for a guest.", nullable = true, examples = "2")
            Long id,

            @Schema(description = "May be empty.", examples = "Ada")
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Moderators only; may be empty.", examples = "ada@example.org")
            String email,

            @Schema(
                    description = "An http or https URL; null for none.",
                    nullable = true,
                    examples = "https://example.org")
            String url,

            @Schema(
                    description = "The URL of a picture; null for none.",
                    nullable = true,
                    examples = "https://ada.example/ada.jpg")
            String avatarUrl) {

        static CommentAuthorJson of(CommentView view) {
            var comment = view.comment();
            return new CommentAuthorJson(
                    comment.userId(),
                    comment.authorName(),
                    view.moderated() ? comment.authorEmail() : null,
                    comment.authorUrl().isEmpty() ? null : comment.authorUrl(),
                    view.avatarUrl());
        }
    }

    /** The reason for the status of a comment. */
    @Schema(name = "CommentVerdict", description = "The reason for the status of a comment.")
    record VerdictJson(
            @Schema(
                    description = "A rule of the site, a spam detection service, a person or an import.",
                    examples = "rule")
            Cause cause,

            @Schema(description = "Details, such as the name of the rule; may be empty.", examples = "links")
            String reason) {

        static VerdictJson of(Comment comment) {
            return new VerdictJson(comment.verdict(), comment.verdictReason());
        }
    }

    /** The post or page of a comment. */
    @Schema(name = "CommentedPost", description = "A short form of the post or page of a comment.")
    record CommentedPostJson(
            @Schema(examples = "12") long id,

            @Schema(examples = "post") PostType type,

            @Schema(examples = "The ferry is back") String title,

            @Schema(nullable = true, examples = "the-ferry-is-back")
            String slug,

            @Schema(format = "uri", examples = "https://news.example/2026/05/04/the-ferry-is-back/")
            String url,

            @Schema(examples = "/2026/05/04/the-ferry-is-back/")
            String path) {

        static CommentedPostJson of(Post post, PermalinkBuilder urls) {
            var url = urls.commented(post.id());
            return new CommentedPostJson(
                    post.id(), post.type(), post.title(), post.slug(), url, PermalinkBuilder.path(url));
        }
    }

    /** The replies to a comment. */
    @Schema(name = "Replies", description = "The first replies to a comment.")
    record RepliesJson(
            List<CommentJson> items,

            @Schema(
                    description = "The cursor of the next page of replies to this comment; null on the last page.",
                    nullable = true,
                    examples = "aWR8ZnwxMg")
            String next) {

        static RepliesJson of(Page<CommentNode> replies, PermalinkBuilder urls) {
            return new RepliesJson(
                    replies.items().stream()
                            .map(node -> CommentJson.of(node, urls))
                            .toList(),
                    replies.next() == null ? null : replies.next().encode());
        }
    }
}
