package io.masthead.post;

import io.masthead.media.Media;
import java.util.List;

/**
 * A post as one caller may see it, with what was asked for beside it.
 *
 * @param featuredMedia null where there is none, the caller may not see it, or it was not asked for
 * @param formerSlugs empty unless asked for
 */
public record PostDetails(PostView view, Media featuredMedia, List<String> formerSlugs, PostNeighbours neighbours) {}
