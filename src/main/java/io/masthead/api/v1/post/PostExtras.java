package io.masthead.api.v1.post;

import io.masthead.media.Media;
import io.masthead.post.PostDetails;
import io.masthead.post.PostNeighbours;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an answer shows beside the posts themselves, as far as it was asked for.
 *
 * @param media by id
 * @param formerSlugs null in lists
 */
record PostExtras(Map<Long, Media> media, List<String> formerSlugs, PostNeighbours neighbours) {

    static final PostExtras NONE = inList(Map.of());

    PostExtras {
        // A post without a featured media asks for null, which Map.of refuses to be asked for.
        media = new HashMap<>(media);
    }

    static PostExtras inList(Map<Long, Media> media) {
        return new PostExtras(media, null, new PostNeighbours(null, null));
    }

    static PostExtras of(PostDetails details) {
        var shown = details.featuredMedia();
        return new PostExtras(
                shown == null ? Map.of() : Map.of(shown.id(), shown), details.formerSlugs(), details.neighbours());
    }
}
