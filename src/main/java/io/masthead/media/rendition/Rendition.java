package io.masthead.media.rendition;

import java.nio.file.Path;

/**
 * A smaller version that was made.
 *
 * @param name as it was asked for; the WebP beside another has the same
 * @param bytes size of the file
 */
public record Rendition(String name, Path file, ImageType type, int width, int height, long bytes) {}
