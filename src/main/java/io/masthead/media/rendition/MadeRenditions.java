package io.masthead.media.rendition;

import io.masthead.media.image.Placeholder;
import java.util.List;
import java.util.Map;

/**
 * The renditions that were asked for.
 *
 * @param byName by the names of the requests; the version in WebP follows the one in the type of the original
 * @param placeholder null if all renditions had been made before
 */
public record MadeRenditions(Map<String, List<Rendition>> byName, Placeholder placeholder) {}
