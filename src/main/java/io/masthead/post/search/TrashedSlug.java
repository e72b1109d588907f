package io.masthead.post.search;

import java.util.Optional;

/**
 * The slug of a trashed post as WordPress shows it and looks it up: with a suffix, since the slug itself is
 * free for others. It is stored without the suffix.
 */
public final class TrashedSlug {

    private static final String MARK = "__trashed";

    private TrashedSlug() {}

    /** The slug with the suffix. */
    public static String marked(String slug) {
        return slug + MARK;
    }

    /** The slug without the suffix; empty if it has none, as for posts that are not trashed. */
    public static Optional<String> unmarked(String slug) {
        return slug.endsWith(MARK) ? Optional.of(slug.substring(0, slug.length() - MARK.length())) : Optional.empty();
    }
}
