package io.masthead.media.image;

import com.drew.imaging.tiff.TiffProcessingException;
import com.drew.imaging.tiff.TiffReader;
import com.drew.lang.ByteArrayReader;
import com.drew.lang.RandomAccessReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifTiffHandler;
import java.io.IOException;
import java.util.Set;

/**
 * Reads the few fields of EXIF that matter here. All others are skipped: entries may overlap, so that a small block
 * could name far more data than it has, in directories within directories.
 */
final class ExifFields extends ExifTiffHandler {

    private static final Set<Integer> WANTED = Set.of(
            ExifDirectoryBase.TAG_ORIENTATION,
            ExifDirectoryBase.TAG_IMAGE_DESCRIPTION,
            ExifDirectoryBase.TAG_MODEL,
            ExifDirectoryBase.TAG_ARTIST,
            ExifDirectoryBase.TAG_COPYRIGHT,
            ExifDirectoryBase.TAG_EXPOSURE_TIME,
            ExifDirectoryBase.TAG_FNUMBER,
            ExifDirectoryBase.TAG_FOCAL_LENGTH,
            ExifDirectoryBase.TAG_ISO_EQUIVALENT,
            ExifDirectoryBase.TAG_DATETIME_DIGITIZED,
            ExifDirectoryBase.TAG_USER_COMMENT);

    /** Where the directory of the exposure is. */
    private static final int EXPOSURE = 0x8769;

    /** In bytes; {@link ParsedMetadata#MAX_TEXT} characters in UTF-8. */
    private static final int MAX_FIELD = 16 * 1024;

    private boolean entered;

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

    /** One directory, once: an entry may name thousands. */
    @Override
    public boolean tryEnterSubIfd(int tagId) {
        if (tagId != EXPOSURE || entered) {
            return false;
        }
        entered = true;
        return super.tryEnterSubIfd(tagId);
    }

    /** The second directory is that of a preview. */
    @Override
    public boolean hasFollowerIfd() {
        return false;
    }

    /** Whether the library shall leave the field alone. */
    @Override
    public boolean customProcessTag(
            int tagOffset,
            Set<Integer> processedIfdOffsets,
            int tiffHeaderOffset,
            RandomAccessReader reader,
            int tagId,
            int byteCount) {
        return !WANTED.contains(tagId) || byteCount > MAX_FIELD;
    }
}
