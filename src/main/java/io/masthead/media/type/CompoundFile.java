package io.masthead.media.type;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * Tells documents of Word, Excel and PowerPoint before 2007 among compound files ([MS-CFB]) by the names of their
 * streams. Installers, mails and others, which are compound files too, are not accepted.
 */
final class CompoundFile {

    private static final Map<String, FileType> STREAMS = Map.of(
            "WordDocument", FileType.DOC,
            "Workbook", FileType.XLS,
            "Book", FileType.XLS,
            "PowerPoint Document", FileType.PPT);

    private static final int HEADER_SIZE = 512;
    private static final int SECTOR_SHIFT = 30;
    private static final int FIRST_DIRECTORY_SECTOR = 48;

    /** The numbers of the first sectors of the allocation table; files up to 7 MB need no others. */
    private static final int TABLE = 76;

    private static final int TABLE_LENGTH = 109;
    private static final int ENTRY_SIZE = 128;
    private static final int NAME_LENGTH = 64;

    /** More than real documents have: their directories are small. */
    private static final int MAX_SECTORS = 1_000;

    private final FileChannel channel;
    private final ByteBuffer header;
    private final int sectorSize;

    private CompoundFile(FileChannel channel, ByteBuffer header) {
        this.channel = channel;
        this.header = header;
        this.sectorSize = 1 << header.getShort(SECTOR_SHIFT);
    }

    /** The media type; empty for other compound files and for what cannot be read. */
    static Optional<String> typeOf(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var header = FileBytes.read(channel, 0, HEADER_SIZE, ByteOrder.LITTLE_ENDIAN);
            if (header == null || (header.getShort(SECTOR_SHIFT) != 9 && header.getShort(SECTOR_SHIFT) != 12)) {
                return Optional.empty();
            }
            return new CompoundFile(channel, header).type().map(FileType::mimeType);
        }
    }

    private Optional<FileType> type() throws IOException {
        long sector = header.getInt(FIRST_DIRECTORY_SECTOR);
        for (int count = 0; sector >= 0 && count < MAX_SECTORS; count++) {
            var entries = sector(sector);
            if (entries == null) {
                return Optional.empty();
            }
            for (int at = 0; at < sectorSize; at += ENTRY_SIZE) {
                var type = STREAMS.get(name(entries, at));
                if (type != null) {
                    return Optional.of(type);
                }
            }
            sector = next(sector);
        }
        return Optional.empty();
    }

    private static String name(ByteBuffer entries, int at) {
        int bytes = entries.getShort(at + NAME_LENGTH) - 2;
        return bytes <= 0 || bytes > NAME_LENGTH ? "" : FileBytes.text(entries, at, bytes, StandardCharsets.UTF_16LE);
    }

    /** The sector after this one; negative at the end of the chain, and where the table is beyond the header. */
    private long next(long sector) throws IOException {
        int perSector = sectorSize / Integer.BYTES;
        long index = sector / perSector;
        var table = index >= TABLE_LENGTH ? null : sector(header.getInt(TABLE + (int) index * Integer.BYTES));
        return table == null ? -1 : table.getInt((int) (sector % perSector) * Integer.BYTES);
    }

    private ByteBuffer sector(long number) throws IOException {
        return FileBytes.read(channel, (number + 1) * sectorSize, sectorSize, ByteOrder.LITTLE_ENDIAN);
    }
}
