package io.masthead.comment;

import io.masthead.kernel.Patch;
import java.time.Instant;

/**
 * Changes to a comment by a caller who may moderate it.
 *
 * @param postId the post it moves to, with all replies
 * @param parentId null for the top of the thread
 * @param userId the new author, whose data it gets
 * @param authorName overrides the user's, as do the next two
 * @param source the text in WordPress' format
 * @param status null restores the status before it was spam or in the trash
 */
public record ModeratorPatch(
        Patch<Long> postId,
        Patch<Long> parentId,
        Patch<Long> userId,
        Patch<String> authorName,
        Patch<String> authorEmail,
        Patch<String> authorUrl,
        Patch<String> address,
        Patch<String> userAgent,
        Patch<Instant> createdAt,
        Patch<String> source,
        Patch<CommentStatus> status) {

    /** A patch of the text and perhaps the status. */
    public static ModeratorPatch of(String source, Patch<CommentStatus> status) {
        return new ModeratorPatch(
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.absent(),
                Patch.to(source),
                status);
    }

    /** The part of this patch that differs from the comment: the rest needs no right and breaks no rule. */
    ModeratorPatch differingFrom(Comment comment) {
        return new ModeratorPatch(
                postId.differingFrom(comment.postId()),
                parentId.differingFrom(comment.parentId()),
                userId.differingFrom(comment.userId()),
                authorName.differingFrom(comment.authorName()),
                authorEmail.differingFrom(comment.authorEmail()),
                authorUrl.differingFrom(comment.authorUrl()),
                address.differingFrom(comment.address()),
                userAgent.differingFrom(comment.userAgent()),
                createdAt.differingFrom(comment.createdAt()),
                source.isSet() ? source.differingFrom(comment.filteredSource()) : source,
                status);
    }

    boolean moves() {
        return postId.isSet() || parentId.isSet();
    }

    boolean changesAuthor() {
        return userId.isSet() || authorName.isSet() || authorEmail.isSet() || authorUrl.isSet();
    }

    /** Whether it changes author, origin or date, which only moderators may. */
    boolean isModeration() {
        return changesAuthor() || address.isSet() || userAgent.isSet() || createdAt.isSet();
    }

    /** Whether it changes anything but the status. */
    boolean changesContent() {
        return moves() || isModeration() || source.isSet();
    }

    CommentAuthor applyTo(CommentAuthor author) {
        return new CommentAuthor(
                text(authorName, author.name()), text(authorEmail, author.email()), text(authorUrl, author.url()));
    }

    private static String text(Patch<String> change, String current) {
        var value = change.orKeep(current);
        return value == null ? "" : value.strip();
    }
}
