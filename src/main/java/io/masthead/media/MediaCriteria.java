package io.masthead.media;

import io.masthead.kernel.WordSearch;
import java.util.List;

/**
 * What a list of media is narrowed to. Everything that is null or empty narrows nothing; the rest
 * must hold together.
 *
 * @param search what the title and the alternative text must hold together
 * @param type a media type such as {@code image/png}, or a family of them such as {@code image}
 * @param postId only what was uploaded to this post
 * @param authors slugs, any of these
 */
public record MediaCriteria(WordSearch search, String type, Long postId, List<String> authors) {

    /** All media. */
    public static final MediaCriteria ALL = new MediaCriteria(null, null, null, List.of());
}
