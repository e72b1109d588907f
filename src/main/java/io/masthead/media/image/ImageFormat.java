package io.masthead.media.image;

import java.io.IOException;
import java.io.OutputStream;

/** How files of one type are put together, as far as this can be known without decoding pixels. */
interface ImageFormat {

    /** @param in at the start of the file, whose type is known */
    FileStructure inspect(ImageBytes in) throws IOException, ImageRefusedException;

    /**
     * Copies what the picture needs, and nothing else: no metadata, no previews, nothing after its end.
     *
     * @param in at the start of the file, which was inspected without a refusal
     * @param exif metadata to write in place of that left out; empty for none
     */
    void strip(ImageBytes in, OutputStream out, byte[] exif) throws IOException, ImageRefusedException;

    /**
     * What a file says about itself.
     *
     * @param width of the pixels as they are stored, before they are turned
     * @param frames 1 unless it moves
     * @param isDecodable see {@link ImageHeader#isDecodable()}
     * @param blocks metadata, not yet parsed
     */
    record FileStructure(
            ImageType type, int width, int height, int frames, boolean isDecodable, MetadataBlocks blocks) {}
}
