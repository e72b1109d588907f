package io.masthead.media.rendition;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.Set;

/** Reads EXIF, but not the other kinds of metadata that may be wrapped in it: these have bounds of their own. */
final class ExifFields extends ExifTiffHandler {

    private static final Set<Integer> XMP_IPTC_PHOTOSHOP = Set.of(0x02bc, 0x83bb, 0x8649);

    private ExifFields(Metadata metadata) {
        super(metadata, null, 0);
    }

    static void read(byte[] exif, Metadata metadata) {
        try {
            new TiffReader().processTiff(new ByteArrayReader(exif), new ExifFields(metadata), 0);
        } catch (TiffProcessingException | IOException damaged) {
            // What had been read before stays.
        }
    }

    @Override
    public boolean customProcessTag(
            int tagOffset,
            Set<Integer> processedIfdOffsets,
            int tiffHeaderOffset,
            RandomAccessReader reader,
            int tagId,
            int byteCount)
            throws IOException {
        return XMP_IPTC_PHOTOSHOP.contains(tagId)
                || super.customProcessTag(tagOffset, processedIfdOffsets, tiffHeaderOffset, reader, tagId, byteCount);
    }
}
