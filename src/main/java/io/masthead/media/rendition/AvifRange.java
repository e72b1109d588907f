package io.masthead.media.rendition;

/**
 * Bytes of an AVIF file.
 *
 * @param exif whether EXIF begins there
 */
record AvifRange(long start, long length, boolean exif) {

    AvifRange(long start, long length) {
        this(start, length, false);
    }
}
