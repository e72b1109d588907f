package io.masthead.media;

import java.util.List;

/**
 * What a list of media is narrowed to. Everything that is null or empty narrows nothing; the rest
 * must hold together.
 *
 * @param search text that the title or the alternative text contains, in any case
 * @param type a media type such as {@code image/png}, or a family of them such as {@code image}
 * @param postId only what was uploaded to this post
 * @param authors slugs, any of these
 */
public record MediaCriteria(String search, String type, Long postId, List<String> authors) {

    /** All media. */
    public static final MediaCriteria ALL = new MediaCriteria(null, null, null, List.of());
}
