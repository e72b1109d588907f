package io.masthead.api.v1.post;

import io.masthead.post.PostDetails;
import io.masthead.post.PostNeighbours;
import java.util.List;

/**
 * What an answer shows beside the posts themselves, as far as it was asked for.
 *
 * @param formerSlugs null in lists
 */
record PostExtras(List<String> formerSlugs, PostNeighbours neighbours) {

    static final PostExtras NONE = new PostExtras(null, PostNeighbours.NONE);

    static PostExtras of(PostDetails details) {
        return new PostExtras(details.formerSlugs(), details.neighbours());
    }
}
