package io.masthead.media.rendition;

import io.masthead.media.image.ImageType;
import io.masthead.media.storage.StorageKey;

/**
 * A stored image of which renditions are made.
 *
 * @param width in pixels, upright
 * @param height in pixels, upright
 */
public record SourceImage(long fileId, StorageKey key, ImageType type, int width, int height) {}
