package io.masthead.post;

import io.masthead.post.related.RelatedPost;
import java.util.List;

/**
 * A post as one caller may see it, with the requested parts.
 *
 * @param formerSlugs empty unless requested
 * @param related null unless requested
 */
public record PostDetails(
        PostView view, List<String> formerSlugs, PostNeighbours neighbours, List<RelatedPost> related) {}
