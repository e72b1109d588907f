package io.masthead.media.type;

/**
 * What the bytes of a file tell.
 *
 * @param width in pixels; null unless it is an image
 * @param height in pixels; null unless it is an image
 */
public record FileFacts(FileType type, Integer width, Integer height) {}
