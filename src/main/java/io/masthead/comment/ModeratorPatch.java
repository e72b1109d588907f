package io.masthead.comment;

import io.masthead.kernel.Patch;
import java.time.Instant;

/**
 * What a caller who may moderate a comment changes of it.
 *
 * @param postId where it moves to, with all answers to it
 * @param parentId null for the top of the thread
 * @param userId the user who is said to have written it, by whose data it is signed
 * @param authorName beside or in place of the user's, as the next two
 * @param source the words, as WordPress writes them
 * @param status null gives it back the one it had before it was spam or trashed
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

    boolean moves() {
        return postId.isSet() || parentId.isSet();
    }

    boolean changesAuthor() {
        return userId.isSet() || authorName.isSet() || authorEmail.isSet() || authorUrl.isSet();
    }

    /** Whether it changes who wrote it, whence or when, which is left to moderators. */
    boolean isModeration() {
        return changesAuthor() || address.isSet() || userAgent.isSet() || createdAt.isSet();
    }

    /** Whether it changes anything but the status. */
    boolean rewrites() {
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
