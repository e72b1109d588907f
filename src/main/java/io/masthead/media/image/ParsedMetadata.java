package io.masthead.media.image;

import com.drew.lang.Rational;
import com.drew.metadata.Directory;
import com.drew.metadata.Metadata;
import com.drew.metadata.MetadataException;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifSubIFDDescriptor;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.iptc.IptcDirectory;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Fields of EXIF, IPTC and XMP. A damaged block counts as none: it makes no picture worse. Texts are empty if
 * there are none, or if they are longer than {@link #MAX_TEXT}.
 */
final class ParsedMetadata {

    /** In characters; three of them must fit into one segment of a JPEG. */
    static final int MAX_TEXT = 4_000;

    /** A packet grows by what programs note in it on each change, and only its first fields matter here. */
    private static final int MAX_XMP = 256 * 1024;

    private static final int RESOURCE_HEADER = 12;
    private static final int IPTC_RESOURCE = 0x0404;

    private final Map<String, String> xmp = new HashMap<>();
    private final IptcFields iptc = new IptcFields();
    private final Metadata metadata = new Metadata();

    private ParsedMetadata() {}

    static ParsedMetadata of(MetadataBlocks blocks) {
        var parsed = new ParsedMetadata();
        if (blocks.exif() != null) {
            parsed.attempt(() -> ExifFields.read(blocks.exif(), parsed.metadata));
        }
        if (blocks.photoshop() != null) {
            var bytes = blocks.photoshop();
            parsed.attempt(() -> parsed.readIptc(bytes));
        }
        if (blocks.xmp() != null && blocks.xmp().length <= MAX_XMP) {
            parsed.xmp.putAll(XmpFields.read(blocks.xmp()));
        }
        return parsed;
    }

    /** 1 to 8; 1 if there is none or an unknown one. */
    int orientation() {
        int stored = storedOrientation();
        return stored == 0 ? 1 : stored;
    }

    /** As {@link #orientation()}, but 0 if there is none. */
    int storedOrientation() {
        var value = first(ExifIFD0Directory.class, ExifDirectoryBase.TAG_ORIENTATION, Directory::getInteger);
        return value != null && value >= 1 && value <= 8 ? value : 0;
    }

    String exif(int tag) {
        var main = first(ExifIFD0Directory.class, tag, ParsedMetadata::text);
        return main != null
                ? main
                : Objects.requireNonNullElse(first(ExifSubIFDDirectory.class, tag, ParsedMetadata::text), "");
    }

    /** Null if there is none, or if it is no number. */
    Rational exifNumber(int tag) {
        var number = first(ExifSubIFDDirectory.class, tag, Directory::getRational);
        return number == null || number.getDenominator() == 0 ? null : number;
    }

    /** Null if there is none. */
    Integer exifInteger(int tag) {
        return first(ExifSubIFDDirectory.class, tag, (directory, one) -> {
            var many = directory.getIntArray(one);
            return many == null || many.length == 0 ? directory.getInteger(one) : Integer.valueOf(many[0]);
        });
    }

    /** Its first bytes tell in which encoding it is. */
    String userComment() {
        for (var directory : metadata.getDirectoriesOfType(ExifSubIFDDirectory.class)) {
            var comment = new ExifSubIFDDescriptor(directory).getUserCommentDescription();
            if (comment != null) {
                return bounded(comment);
            }
        }
        return "";
    }

    String iptc(int tag) {
        return iptc.values(tag).stream()
                .findFirst()
                .map(ParsedMetadata::decoded)
                .orElse("");
    }

    List<String> iptcKeywords() {
        return iptc.values(IptcDirectory.TAG_KEYWORDS).stream()
                .map(ParsedMetadata::decoded)
                .filter(keyword -> !keyword.isEmpty())
                .toList();
    }

    /** @param property one of {@link XmpFields}; of several values or languages the first is taken */
    String xmp(String property) {
        return bounded(xmp.getOrDefault(property, ""));
    }

    /** Of Photoshop's resources (a signature, a number, a padded name, a length and padded content) only this. */
    private void readIptc(byte[] resources) {
        var in = ByteBuffer.wrap(resources);
        while (in.remaining() > RESOURCE_HEADER) {
            in.getInt();
            int number = in.getShort() & 0xffff;
            int name = in.get() & 0xff;
            in.position(in.position() + (name | 1));
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                return;
            }
            if (number == IPTC_RESOURCE) {
                iptc.read(in.slice(in.position(), length));
                return;
            }
            in.position(in.position() + length + (length & 1));
        }
    }

    private <T> T first(Class<? extends Directory> type, int tag, Field<T> field) {
        for (var directory : metadata.getDirectoriesOfType(type)) {
            if (directory.containsTag(tag)) {
                try {
                    return field.of(directory, tag);
                } catch (RuntimeException | MetadataException unreadable) {
                    return null;
                }
            }
        }
        return null;
    }

    private static String text(Directory directory, int tag) {
        var value = directory.getStringValue(tag);
        if (value != null) {
            return decoded(value.getBytes());
        }
        var many = directory.getStringValueArray(tag);
        return many == null || many.length == 0 ? null : decoded(many[0].getBytes());
    }

    /** As WordPress does: what is not UTF-8 is taken for Latin-1, whatever the block says of itself. */
    private static String decoded(byte[] value) {
        try {
            return bounded(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(value))
                    .toString());
        } catch (CharacterCodingException other) {
            return bounded(new String(value, StandardCharsets.ISO_8859_1));
        }
    }

    /** Without control characters, which no database column of text takes. */
    private static String bounded(String text) {
        var clean = text.replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]", "").trim();
        return clean.length() > MAX_TEXT ? "" : clean;
    }

    private void attempt(Runnable reading) {
        try {
            reading.run();
        } catch (RuntimeException damaged) {
            // What had been read before stays.
        }
    }

    private interface Field<T> {
        T of(Directory directory, int tag) throws MetadataException;
    }
}
