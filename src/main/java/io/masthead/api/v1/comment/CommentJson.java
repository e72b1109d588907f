package io.masthead.api.v1.comment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.masthead.api.v1.http.ComesWith;
import io.masthead.api.v1.http.EnumCodec;
import io.masthead.api.v1.http.Representation;
import io.masthead.comment.Cause;
import io.masthead.comment.Comment;
import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentType;
import io.masthead.comment.CommentView;
import io.masthead.comment.query.PostedComment;
import io.masthead.comment.thread.CommentNode;
import io.masthead.kernel.Page;
import io.masthead.post.Post;
import io.masthead.post.PostType;
import io.masthead.text.ContentFormat;
import io.masthead.web.CacheTags;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A comment on the wire. */
@Schema(name = "Comment", description = "What somebody said to a post or page.")
public record CommentJson(
        @Schema(examples = "31") long id,

        @Schema(description = "The post or page it is on.", examples = "12")
        long postId,

        @Schema(
                description = "The comment it stands under; null at the top of the thread.",
                nullable = true,
                examples = "30")
        Long parentId,

        @Schema(description = "How deep it stands in the thread; 1 at the top.", examples = "2")
        int depth,

        @Schema(description = "Whether people said it, or another site that it links here.", examples = "comment")
        CommentType type,

        @Schema(
                description = "Authors are told 'pending' of whatever is not shown; moderators" + " are told which.",
                examples = "approved")
        CommentStatus status,

        CommentAuthorJson author,

        @Schema(description = "Rendered and cleaned.", examples = "<p>Well <em>said</em>.</p>")
        String html,

        @Schema(description = "Shown comments directly under it.", examples = "2")
        int replyCount,

        @Schema(examples = "2026-05-04T07:00:00Z") Instant createdAt,
        @Schema(examples = "2026-05-04T07:00:00Z") Instant updatedAt,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "What the source is written in; only for its author and for" + " moderators.",
                examples = "markdown")
        ContentFormat format,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "As it was written; only for its author and for moderators.", examples = "Well *said*.")
        String source,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "What a guest may change it with, to be sent in X-Comment-Token;"
                        + " only in the answer to its submission.",
                examples = "mYbKQ4v1o0")
        String editToken,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "Until when its author may change it; only for its author.",
                examples = "2026-05-04T07:05:00Z")
        Instant editableUntil,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The comment that it was written to answer, shown or not; only for" + " moderators.",
                examples = "30")
        Long answersId,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "The address it came from; only for moderators.", examples = "192.0.2.7")
        String address,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "What the client said it is; only for moderators.", examples = "Mozilla/5.0")
        String userAgent,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(
                description = "The status to which spam and trash is restored; only for" + " moderators.",
                enumeration = {"pending", "approved", "spam"},
                examples = "approved")
        String statusBefore,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Schema(description = "Why it has its status; only for moderators.")
        VerdictJson verdict,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "What it is on; where comments of many posts are listed.")
        CommentedPostJson post,

        @ComesWith("view=tree")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "What stands under it; in trees, down to their depth.")
        RepliesJson replies,

        @JsonIgnore Integer rowVersion)
        implements Representation {

    static CommentJson of(CommentView view) {
        return of(view, null, null);
    }

    static CommentJson of(PostedComment posted) {
        return of(posted.view(), posted.post());
    }

    public static CommentJson of(CommentView view, Post post) {
        return of(view, CommentedPostJson.of(post), null);
    }

    static CommentJson of(CommentNode node) {
        return of(node.comment(), null, node.replies() == null ? null : RepliesJson.of(node.replies()));
    }

    private static CommentJson of(CommentView view, CommentedPostJson post, RepliesJson replies) {
        var comment = view.comment();
        var inside = view.moderated() || view.own();
        return new CommentJson(
                comment.id(),
                comment.postId(),
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

    @Override
    public Stream<String> cacheTags() {
        return Stream.of(CacheTags.comment(id), CacheTags.post(postId));
    }

    /** Who said it. */
    @Schema(name = "CommentAuthor", description = "Who said it.")
    record CommentAuthorJson(
            @Schema(description = "The user; null for a guest.", nullable = true, examples = "2")
            Long id,

            @Schema(description = "May be empty.", examples = "Ada")
            String name,

            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Schema(description = "Only for moderators; may be empty.", examples = "ada@example.org")
            String email,

            @Schema(
                    description = "An http or https address; null for none.",
                    nullable = true,
                    examples = "https://example.org")
            String url,

            @Schema(
                    description = "The address of a picture; null for none.",
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

    /** Why a comment has its status. */
    @Schema(name = "CommentVerdict", description = "Why a comment has its status.")
    record VerdictJson(
            @Schema(
                    description =
                            "A rule of the site, a service that knows spam, a person, or" + " the import it came with.",
                    examples = "rule")
            Cause cause,

            @Schema(description = "Which rule, for example; may be empty.", examples = "links")
            String reason) {

        static VerdictJson of(Comment comment) {
            return new VerdictJson(comment.verdict(), comment.verdictReason());
        }
    }

    /** What a comment is on. */
    @Schema(name = "CommentedPost", description = "What a comment is on, in short.")
    record CommentedPostJson(
            @Schema(examples = "12") long id,

            @Schema(examples = "post") PostType type,

            @Schema(examples = "The ferry is back") String title,

            @Schema(nullable = true, examples = "the-ferry-is-back")
            String slug) {

        static CommentedPostJson of(Post post) {
            return new CommentedPostJson(post.id(), post.type(), post.title(), post.slug());
        }
    }

    /** What stands under a comment. */
    @Schema(name = "Replies", description = "What stands under a comment, as much as was asked for.")
    record RepliesJson(
            List<CommentJson> items,

            @Schema(
                    description = "The cursor of the next part, for the replies of this comment;" + " null at the end.",
                    nullable = true,
                    examples = "aWR8ZnwxMg")
            String next) {

        static RepliesJson of(Page<CommentNode> replies) {
            return new RepliesJson(
                    replies.items().stream().map(CommentJson::of).toList(),
                    replies.next() == null ? null : replies.next().encode());
        }
    }
}
