package io.masthead.media.type;

/**
 * What the bytes of a file tell.
 *
 * @param width in pixels; null for what is no image
 * @param height in pixels; null for what is no image
 */
public record FileFacts(FileType type, Integer width, Integer height) {}
