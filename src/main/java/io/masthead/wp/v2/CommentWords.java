package io.masthead.wp.v2;

import io.masthead.comment.CommentStatus;
import io.masthead.comment.CommentType;
import io.masthead.comment.query.CommentSort;
import io.masthead.comment.query.PostedComment;
import io.masthead.kernel.Patch;
import io.masthead.post.PostStatus;
import java.util.List;
import java.util.Locale;

/** WordPress' words for what comments are, which are others in lists than in bodies. */
final class CommentWords {

    /** What every comment on a post in the trash is called, whatever it was before. */
    private static final String ON_TRASH = "post-trashed";

    private CommentWords() {}

    static String statusOf(PostedComment comment) {
        if (comment.post().status() == PostStatus.TRASHED) {
            return ON_TRASH;
        }
        if (comment.comment().status() == CommentStatus.TRASHED) {
            // Whoever wrote it is told at once, as WordPress does, and cannot read it again.
            return "trash";
        }
        return switch (comment.view().status()) {
            case APPROVED -> "approved";
            case PENDING -> "hold";
            case SPAM -> "spam";
            case TRASHED -> "trash";
        };
    }

    static String of(CommentType type) {
        return type.name().toLowerCase(Locale.ROOT);
    }

    /** Of a list; empty for a word that no comment has. */
    static List<CommentStatus> statuses(String word) {
        return switch (word) {
            case "approve", "1" -> List.of(CommentStatus.APPROVED);
            case "hold", "0" -> List.of(CommentStatus.PENDING);
            case "spam" -> List.of(CommentStatus.SPAM);
            case "trash" -> List.of(CommentStatus.TRASHED);
            case "all" -> List.of(CommentStatus.APPROVED, CommentStatus.PENDING);
            case ON_TRASH -> List.of(CommentStatus.values());
            default -> List.of();
        };
    }

    /** Of a list: whether it is of comments on posts in the trash. */
    static boolean isOnTrash(String word) {
        return word.equals(ON_TRASH);
    }

    /** Of a list; empty for a word that no comment has. */
    static List<CommentType> types(String word) {
        return switch (word) {
            case "comment" -> List.of(CommentType.COMMENT);
            case "pingback" -> List.of(CommentType.PINGBACK);
            case "trackback" -> List.of(CommentType.TRACKBACK);
            case "pings" -> List.of(CommentType.PINGBACK, CommentType.TRACKBACK);
            case "", "all" -> List.of(CommentType.values());
            default -> List.of();
        };
    }

    /**
     * Of a body; null in it stands for the status before, and a word that is none changes nothing.
     *
     * @param word null where none was sent
     */
    static Patch<CommentStatus> change(String word) {
        return switch (word == null ? "" : word) {
            case "approve", "approved", "1" -> Patch.to(CommentStatus.APPROVED);
            case "hold", "0" -> Patch.to(CommentStatus.PENDING);
            case "spam" -> Patch.to(CommentStatus.SPAM);
            case "trash" -> Patch.to(CommentStatus.TRASHED);
            case "unspam", "untrash" -> Patch.to(null);
            default -> Patch.absent();
        };
    }

    static CommentSort sort(String word) {
        return switch (word) {
            case "id" -> CommentSort.ID;
            case "include" -> CommentSort.LISTED_IDS;
            case "post" -> CommentSort.POST;
            case "parent" -> CommentSort.PARENT;
            case "type" -> CommentSort.TYPE;
            default -> CommentSort.CREATED;
        };
    }
}
