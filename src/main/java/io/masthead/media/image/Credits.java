package io.masthead.media.image;

import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.iptc.IptcDirectory;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The metadata that stays in what is served: photographers and agencies ask for it. Each text may be empty.
 *
 * @param artist the photographer, the agency, or both with a slash between, as under pictures in print
 */
record Credits(String copyright, String artist, String description) {

    private static final int IMAGE_DESCRIPTION = 0x010e;
    private static final int ARTIST = 0x013b;
    private static final int COPYRIGHT = 0x8298;

    private static final int HEADER = 8;
    private static final int ENTRY = 12;
    private static final short ASCII = 2;

    static Credits of(ParsedMetadata parsed) {
        // Never the comment in EXIF, in which cameras and programs keep notes of their own.
        var caption = or(parsed.iptc(IptcDirectory.TAG_CAPTION), parsed.exif(ExifDirectoryBase.TAG_IMAGE_DESCRIPTION));
        return new Credits(
                or(copyright(parsed), parsed.xmp(XmpFields.RIGHTS)),
                artist(parsed),
                or(caption, parsed.xmp(XmpFields.DESCRIPTION)));
    }

    /** As WordPress shows it. */
    static String copyright(ParsedMetadata parsed) {
        return or(parsed.iptc(IptcDirectory.TAG_COPYRIGHT_NOTICE), parsed.exif(ExifDirectoryBase.TAG_COPYRIGHT));
    }

    /** As WordPress shows it: the agency before the photographer. */
    static String credit(ParsedMetadata parsed) {
        return or(
                or(parsed.iptc(IptcDirectory.TAG_CREDIT), parsed.iptc(IptcDirectory.TAG_BY_LINE)),
                parsed.exif(ExifDirectoryBase.TAG_ARTIST));
    }

    private static String artist(ParsedMetadata parsed) {
        var photographer = or(
                or(parsed.iptc(IptcDirectory.TAG_BY_LINE), parsed.exif(ExifDirectoryBase.TAG_ARTIST)),
                parsed.xmp(XmpFields.CREATOR));
        var agency = or(parsed.iptc(IptcDirectory.TAG_CREDIT), parsed.xmp(XmpFields.CREDIT));
        if (photographer.contains(agency)) {
            return photographer;
        }
        var both = photographer.isEmpty() ? agency : photographer + " / " + agency;
        return both.length() > ParsedMetadata.MAX_TEXT ? photographer : both;
    }

    private static String or(String first, String second) {
        return first.isEmpty() ? second : first;
    }

    /** As EXIF from the TIFF header on, in UTF-8; no bytes if there is nothing to say. */
    byte[] toExif() {
        SortedMap<Integer, String> fields = new TreeMap<>();
        put(fields, IMAGE_DESCRIPTION, description);
        put(fields, ARTIST, artist);
        put(fields, COPYRIGHT, copyright);
        if (fields.isEmpty()) {
            return new byte[0];
        }
        int directory = 2 + fields.size() * ENTRY + 4;
        var entries = ByteBuffer.allocate(HEADER + directory);
        entries.put(new byte[] {'M', 'M', 0, 42}).putInt(HEADER).putShort((short) fields.size());
        var texts = new ByteArrayOutputStream();
        fields.forEach((tag, text) -> {
            var bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
            entries.putShort(tag.shortValue()).putShort(ASCII).putInt(bytes.length);
            if (bytes.length <= 4) {
                entries.put(bytes).put(new byte[4 - bytes.length]);
            } else {
                entries.putInt(HEADER + directory + texts.size());
                texts.writeBytes(bytes);
                if (bytes.length % 2 == 1) {
                    texts.write(0); // TIFF wants even offsets
                }
            }
        });
        var exif = new ByteArrayOutputStream();
        exif.writeBytes(entries.array());
        exif.writeBytes(texts.toByteArray());
        return exif.toByteArray();
    }

    private static void put(SortedMap<Integer, String> fields, int tag, String text) {
        if (!text.isEmpty()) {
            fields.put(tag, text);
        }
    }
}
