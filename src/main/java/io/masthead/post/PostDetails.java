package io.masthead.post;

import io.masthead.media.Media;
import java.util.List;

/**
 * A post as one caller may see it, with the requested parts.
 *
 * @param featuredMedia null if there is none, the caller may not see it, or it was not requested
 * @param formerSlugs empty unless requested
 */
public record PostDetails(PostView view, Media featuredMedia, List<String> formerSlugs, PostNeighbours neighbours) {}
