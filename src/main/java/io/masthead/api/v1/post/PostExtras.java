package io.masthead.api.v1.post;

import io.masthead.permalink.PermalinkBuilder;
import io.masthead.permalink.Permalinks;
import io.masthead.post.PostDetails;
import io.masthead.post.PostNeighbours;
import java.util.List;

/**
 * What an answer shows beside the posts themselves, as far as it was asked for.
 *
 * @param formerSlugs null in lists
 * @param urls of the posts and of what they refer to
 */
record PostExtras(List<String> formerSlugs, PostNeighbours neighbours, PermalinkBuilder urls) {

    /** For posts in lists. */
    static PostExtras none(PermalinkBuilder urls) {
        return new PostExtras(null, PostNeighbours.NONE, urls);
    }

    static PostExtras of(PostDetails details, Permalinks permalinks) {
        var urls = permalinks.ofShown(List.of(details.view()), details.neighbours());
        return new PostExtras(details.formerSlugs(), details.neighbours(), urls);
    }
}
