package io.masthead.comment.spam;

import io.masthead.comment.Comment;
import io.masthead.comment.CommentSubmission;
import io.masthead.comment.Origin;
import io.masthead.comment.spam.ExaminedComment.FormAge;
import io.masthead.post.Post;
import io.masthead.setting.SettingService;
import io.masthead.text.content.CommentContent;
import io.masthead.user.User;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Collects the data of a comment for checks. */
@ApplicationScoped
public class ExaminedCommentFactory {

    private final SettingService settings;

    ExaminedCommentFactory(SettingService settings) {
        this.settings = settings;
    }

    /** @param user null for a guest */
    public ExaminedComment of(
            Comment comment,
            Post post,
            User user,
            CommentSubmission submission,
            CommentContent content,
            boolean knownAuthor,
            FormAge formAge) {
        return new ExaminedComment(
                comment.id(),
                post.id(),
                permalink(post),
                post.updatedAt(),
                comment.parentId(),
                comment.author(),
                user == null ? "" : user.role().name().toLowerCase(Locale.ROOT),
                submission.origin(),
                comment.source(),
                content.links(),
                knownAuthor,
                submission.honeypot() == null ? "" : submission.honeypot(),
                formAge,
                comment.createdAt(),
                "");
    }

    /** A comment that its author has changed. */
    public ExaminedComment again(Comment comment, Post post, CommentContent content) {
        return new ExaminedComment(
                comment.id(),
                post.id(),
                permalink(post),
                post.updatedAt(),
                comment.parentId(),
                comment.author(),
                "",
                new Origin(comment.address(), comment.userAgent(), ""),
                comment.source(),
                content.links(),
                comment.isApproved(),
                "",
                FormAge.NOT_ASKED,
                comment.createdAt(),
                "edit");
    }

    /** The URL with the id, WordPress' "plain" permalink: it is valid whatever URLs the front end has. */
    private String permalink(Post post) {
        return settings.get().url() + "/?p=" + post.id();
    }
}
