package io.masthead.api.v1;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import io.masthead.comment.Comment;
import io.masthead.comment.CommentView;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.util.stream.Stream;

/** A comment on the wire. */
@Schema(name = "Comment", description = "What somebody said to a post or page.")
record CommentJson(
        @Schema(examples = "31") long id,
        @Schema(description = "The post or page it is on.", examples = "12") long postId,
        @Schema(
                        description = "The comment it stands under; null at the top of the thread.",
                        nullable = true,
                        examples = "30")
                Long parentId,
        @Schema(description = "How deep it stands in the thread; 1 at the top.", examples = "2")
                int depth,
        @Schema(
                        description = "Whether people said it, or another site that it links here.",
                        enumeration = {"comment", "pingback", "trackback"},
                        examples = "comment")
                String type,
        @Schema(
                        description =
                                "Authors are told 'pending' of whatever is not shown; moderators are"
                                        + " told which.",
                        enumeration = {"pending", "approved", "spam", "trashed"},
                        examples = "approved")
                String status,
        CommentAuthorJson author,
        @Schema(description = "Rendered and cleaned.", examples = "<p>Well <em>said</em>.</p>")
                String html,
        @Schema(description = "Shown comments directly under it.", examples = "2") int replyCount,
        @Schema(examples = "2026-05-04T07:00:00Z") Instant createdAt,
        @Schema(examples = "2026-05-04T07:00:00Z") Instant updatedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "What the source is written in; only for its author and for"
                                        + " moderators.",
                        enumeration = {"markdown", "html", "wordpress"},
                        examples = "markdown")
                String format,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description = "As it was written; only for its author and for moderators.",
                        examples = "Well *said*.")
                String source,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description =
                                "What a guest may change it with, to be sent in X-Comment-Token; only in"
                                        + " the answer to its submission.",
                        examples = "mYbKQ4v1o0")
                String editToken,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(
                        description = "Until when its author may change it; only for its author.",
                        examples = "2026-05-04T07:05:00Z")
                Instant editableUntil,
        @JsonIgnore Integer rowVersion)
        implements Representation {

    static CommentJson of(CommentView view) {
        var comment = view.comment();
        var inside = view.moderated() || view.own();
        return new CommentJson(
                comment.id(),
                comment.postId(),
                comment.aboveId(),
                comment.depth(),
                Words.of(comment.type()),
                Words.of(view.status()),
                CommentAuthorJson.of(comment),
                comment.html(),
                comment.replyCount(),
                comment.createdAt(),
                comment.updatedAt(),
                inside ? Words.of(comment.format()) : null,
                inside ? comment.source() : null,
                view.editToken(),
                view.editableUntil(),
                comment.version());
    }

    @Override
    public Stream<String> cacheTags() {
        return Stream.of("comment-" + id, "post-" + postId);
    }

    /** Who said it. */
    @Schema(name = "CommentAuthor", description = "Who said it.")
    record CommentAuthorJson(
            @Schema(description = "The user; null for a guest.", nullable = true, examples = "2")
                    Long id,
            @Schema(description = "May be empty.", examples = "Ada") String name,
            @Schema(
                            description = "An http or https address; null for none.",
                            nullable = true,
                            examples = "https://example.org")
                    String url) {

        static CommentAuthorJson of(Comment comment) {
            return new CommentAuthorJson(
                    comment.userId(),
                    comment.authorName(),
                    comment.authorUrl().isEmpty() ? null : comment.authorUrl());
        }
    }
}
