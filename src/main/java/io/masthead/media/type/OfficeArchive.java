package io.masthead.media.type;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Tells documents of ECMA-376 (OOXML) among ZIP files by the names in the central directory (APPNOTE.TXT, 4.3.12). No
 * entry is inflated. Documents with macros are not accepted.
 */
final class OfficeArchive {

    private static final int END_SIGNATURE = 0x06054b50;
    private static final int ENTRY_SIGNATURE = 0x02014b50;
    private static final int END_SIZE = 22;
    private static final int ENTRY_SIZE = 46;
    private static final int MAX_COMMENT = 0xffff;

    /** Real documents have a few hundred. */
    private static final int MAX_ENTRIES = 20_000;

    private static final int MAX_NAME = 512;

    private FileType type;
    private boolean hasContentTypes;
    private boolean hasMacros;

    private OfficeArchive() {}

    /** The media type; empty for other archives and for what cannot be read. */
    static Optional<String> typeOf(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var archive = new OfficeArchive();
            return archive.readDirectory(channel) ? archive.mimeType() : Optional.empty();
        }
    }

    private Optional<String> mimeType() {
        return hasContentTypes && !hasMacros ? Optional.ofNullable(type).map(FileType::mimeType) : Optional.empty();
    }

    /** Returns whether the directory could be read. */
    private boolean readDirectory(FileChannel channel) throws IOException {
        var end = endOf(channel);
        if (end == null) {
            return false;
        }
        int entries = end.getShort(10) & 0xffff;
        long position = end.getInt(16) & 0xffffffffL;
        if (entries > MAX_ENTRIES) {
            return false;
        }
        for (int i = 0; i < entries; i++) {
            var entry = read(channel, position, ENTRY_SIZE);
            if (entry == null || entry.getInt(0) != ENTRY_SIGNATURE) {
                return false;
            }
            int nameLength = entry.getShort(28) & 0xffff;
            var name = read(channel, position + ENTRY_SIZE, Math.min(nameLength, MAX_NAME));
            if (name == null) {
                return false;
            }
            note(FileBytes.text(name, 0, name.limit(), StandardCharsets.UTF_8));
            position += ENTRY_SIZE + nameLength + (entry.getShort(30) & 0xffff) + (entry.getShort(32) & 0xffff);
        }
        return true;
    }

    private void note(String name) {
        switch (name) {
            case "[Content_Types].xml" -> hasContentTypes = true;
            case "word/document.xml" -> type = FileType.DOCX;
            case "xl/workbook.xml" -> type = FileType.XLSX;
            case "ppt/presentation.xml" -> type = FileType.PPTX;
            default -> hasMacros |= name.endsWith("vbaProject.bin");
        }
    }

    private static ByteBuffer endOf(FileChannel channel) throws IOException {
        int length = (int) Math.min(channel.size(), END_SIZE + MAX_COMMENT);
        var tail = length < END_SIZE ? null : read(channel, channel.size() - length, length);
        if (tail == null) {
            return null;
        }
        for (int at = length - END_SIZE; at >= 0; at--) {
            if (tail.getInt(at) == END_SIGNATURE) {
                return tail.position(at).slice().order(ByteOrder.LITTLE_ENDIAN);
            }
        }
        return null;
    }

    /** Null if the file ends before. */
    private static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
        return FileBytes.read(channel, position, length, ByteOrder.LITTLE_ENDIAN);
    }
}
