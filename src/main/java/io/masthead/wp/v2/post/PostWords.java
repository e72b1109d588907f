package io.masthead.wp.v2.post;

import io.masthead.post.PostFormat;
import io.masthead.post.PostStatus;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** WordPress' words for what posts are and can be. */
final class PostWords {

    private PostWords() {}

    static String of(PostStatus status) {
        return switch (status) {
            case DRAFT -> "draft";
            case PENDING -> "pending";
            case SCHEDULED -> "future";
            case PUBLISHED -> "publish";
            case PRIVATE -> "private";
            case TRASHED -> "trash";
        };
    }

    /** Empty for a status that no post of ours has. */
    static Optional<PostStatus> status(String word) {
        return Arrays.stream(PostStatus.values())
                .filter(status -> of(status).equals(word))
                .findFirst();
    }

    static String of(PostFormat format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    static PostFormat format(String word) {
        return PostFormat.valueOf(word.toUpperCase(Locale.ROOT));
    }

    static String openOrClosed(boolean open) {
        return open ? "open" : "closed";
    }
}
