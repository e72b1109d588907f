package io.masthead.imports.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Reads a zip archive from its beginning, as PKWARE's APPNOTE describes it. The JDK's ZipInputStream takes an
 * archive that is cut off between two entries for a complete one, and so would import half of it; this one
 * reads the directory at the end too, and compares.
 */
final class ZipReader {

    static final int MAX_ENTRIES = 1_000;

    private static final long LOCAL = 0x04034b50L;
    private static final long DESCRIPTOR = 0x08074b50L;
    private static final long CENTRAL = 0x02014b50L;
    private static final long ZIP64_END = 0x06064b50L;
    private static final long ZIP64_LOCATOR = 0x07064b50L;
    private static final long END = 0x06054b50L;

    private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int HAS_DESCRIPTOR = 1 << 3;
    private static final int STORED = 0;
    private static final int DEFLATED = 8;
    private static final int ZIP64_EXTRA = 1;
    private static final long MAX_U32 = 0xFFFF_FFFFL;
    private static final int MAX_U16 = 0xFFFF;

    private final ArchiveInput input;
    private final UnpackedSize unpacked;
    private final ExportFileReader reader;
    private int entries;
    private int exports;

    ZipReader(ArchiveInput input, UnpackedSize unpacked, ExportFileReader reader) {
        this.input = input;
        this.unpacked = unpacked;
        this.reader = reader;
    }

    /**
     * What precedes a file.
     *
     * @param size unpacked, 0 if only the descriptor after the file has it
     * @param wide whether sizes in the descriptor have 8 bytes
     */
    private record Header(int flags, int method, long checksum, long packedSize, long size, String name, boolean wide) {

        boolean isEncrypted() {
            return (flags & ENCRYPTED) != 0;
        }

        boolean hasDescriptor() {
            return (flags & HAS_DESCRIPTOR) != 0;
        }

        boolean isFolder() {
            return name.endsWith("/");
        }
    }

    void read() throws IOException {
        long signature = input.u32();
        while (signature == LOCAL) {
            if (++entries > MAX_ENTRIES) {
                throw new ArchiveException("The archive has more than %,d files.".formatted(MAX_ENTRIES));
            }
            entry(header());
            signature = input.u32();
        }
        directory(signature);
        if (exports == 0) {
            throw new ArchiveException("The archive has no export: none of its files has a name that ends with .xml."
                    + " Archives within it are not opened.");
        }
    }

    private Header header() throws IOException {
        input.skip(2); // the version needed
        int flags = input.u16();
        int method = input.u16();
        input.skip(4); // time and date
        long checksum = input.u32();
        long packedSize = input.u32();
        long size = input.u32();
        int nameLength = input.u16();
        int extraLength = input.u16();
        if (nameLength > EntryName.MAX) {
            throw new ArchiveException(
                    "The archive has a file with a name of more than %,d bytes.".formatted(EntryName.MAX));
        }
        var name = EntryName.decoded(input.bytes(nameLength));
        var extra = new ArchiveInput(new ByteArrayInputStream(input.bytes(extraLength)));
        boolean wide = false;
        for (int left = extraLength; left >= 4 && !wide; ) {
            int kind = extra.u16();
            int length = extra.u16();
            wide = kind == ZIP64_EXTRA;
            if (wide) {
                size = size == MAX_U32 ? extra.u64() : size;
                packedSize = packedSize == MAX_U32 ? extra.u64() : packedSize;
            } else if (length <= left - 4) {
                extra.skip(length);
            }
            left -= 4 + length;
        }
        if (size < 0 || packedSize < 0) {
            throw ArchiveException.damaged("a file has an impossible size");
        }
        return new Header(flags, method, checksum, packedSize, size, name, wide);
    }

    private void entry(Header header) throws IOException {
        boolean wanted = !header.isFolder() && EntryName.isExport(header.name());
        if (!wanted && !header.hasDescriptor()) {
            input.skip(header.packedSize());
            return;
        }
        var name = EntryName.shown(header.name());
        if (header.isEncrypted()) {
            throw new ArchiveException("The file \"%s\" in the archive is encrypted.".formatted(name));
        }
        try (var content = content(header, name)) {
            if (wanted) {
                exports++;
                reader.read(name, content);
            }
            skipRest(content);
            check(header, content, name);
        }
    }

    private PackedStream content(Header header, String name) throws ArchiveException {
        if (header.method() == DEFLATED) {
            return PackedStream.deflated(input, unpacked);
        }
        if (header.method() != STORED) {
            throw new ArchiveException(
                    "The file \"%s\" in the archive is compressed by a method that Masthead does not know; use deflate."
                            .formatted(name));
        }
        if (header.hasDescriptor() && header.packedSize() == 0 && !header.isFolder()) {
            throw new ArchiveException(
                    "The file \"%s\" in the archive is stored without its size; use deflate.".formatted(name));
        }
        return PackedStream.stored(input, unpacked, header.packedSize());
    }

    private void check(Header header, PackedStream content, String name) throws IOException {
        long checksum = header.checksum();
        long packedSize = header.packedSize();
        long size = header.size();
        if (header.hasDescriptor()) {
            boolean wide = header.wide() || content.packedSize() > MAX_U32 || content.size() > MAX_U32;
            long first = input.u32();
            checksum = first == DESCRIPTOR ? input.u32() : first;
            packedSize = wide ? input.u64() : input.u32();
            size = wide ? input.u64() : input.u32();
        }
        if (checksum != content.checksum() || packedSize != content.packedSize() || size != content.size()) {
            throw ArchiveException.damaged("the checksum or the size of the file \"%s\" is wrong".formatted(name));
        }
    }

    /** Reads the list of all files, which is complete only if the archive is. */
    private void directory(long firstSignature) throws IOException {
        long signature = firstSignature;
        int listed = 0;
        for (; signature == CENTRAL; signature = input.u32()) {
            if (++listed > entries) {
                break;
            }
            input.skip(24);
            int name = input.u16();
            int extra = input.u16();
            int comment = input.u16();
            input.skip(12L + name + extra + comment);
        }
        if (signature == ZIP64_END) {
            long length = input.u64();
            if (length < 0 || length > MAX_U16) {
                throw ArchiveException.damaged("its end is invalid");
            }
            input.skip(length);
            signature = input.u32();
        }
        if (signature == ZIP64_LOCATOR) {
            input.skip(16);
            signature = input.u32();
        }
        if (signature != END) {
            throw ArchiveException.damaged(
                    signature == CENTRAL ? "its list of files is wrong" : "something else is where a file should be");
        }
        input.skip(6);
        int told = input.u16();
        input.skip(8);
        input.skip(input.u16());
        if (listed != entries || (told != entries && told != MAX_U16)) {
            throw ArchiveException.damaged("its list of files is wrong");
        }
        if (!input.isAtEnd()) {
            throw ArchiveException.damaged("it is followed by other data");
        }
    }

    private static void skipRest(InputStream content) throws IOException {
        content.transferTo(OutputStream.nullOutputStream());
    }
}
