package io.masthead.media.image;

/**
 * Metadata as it stands in a file; each is null if there is none, or more of it than is allowed.
 *
 * @param exif from the TIFF header on
 * @param photoshop image resources, of which one holds IPTC fields
 * @param xmp an XML document
 * @param profile an ICC colour profile
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MetadataBlocks(byte[] exif, byte[] photoshop, byte[] xmp, byte[] profile) {

    static final MetadataBlocks NONE = new MetadataBlocks(null, null, null, null);

    /** Colour profiles of printers have up to 2 MB; the rest is far smaller. */
    static final int MAX_BYTES = 4 * 1024 * 1024;

    /** As much as a JPEG can hold. */
    static final int MAX_EXIF = 64 * 1024;

    MetadataBlocks withExif(byte[] bytes) {
        return new MetadataBlocks(bytes, photoshop, xmp, profile);
    }

    MetadataBlocks withPhotoshop(byte[] bytes) {
        return new MetadataBlocks(exif, bytes, xmp, profile);
    }

    MetadataBlocks withXmp(byte[] bytes) {
        return new MetadataBlocks(exif, photoshop, bytes, profile);
    }

    MetadataBlocks withProfile(byte[] bytes) {
        return new MetadataBlocks(exif, photoshop, xmp, bytes);
    }
}
