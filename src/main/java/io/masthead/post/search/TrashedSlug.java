package io.masthead.post.search;

import java.util.Optional;

/**
 * The slug of what lies in the trash as WordPress shows and looks it up: with a mark behind it,
 * since the slug itself is free for others. It is stored without the mark.
 */
public final class TrashedSlug {

    private static final String MARK = "__trashed";

    private TrashedSlug() {}

    /** The slug with its mark. */
    public static String marked(String slug) {
        return slug + MARK;
    }

    /** The slug without its mark; empty where it has none, as that of what is not trashed. */
    public static Optional<String> unmarked(String slug) {
        return slug.endsWith(MARK) ? Optional.of(slug.substring(0, slug.length() - MARK.length())) : Optional.empty();
    }
}
