package io.masthead.imports.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads a zip archive from its beginning to its end. Java's ZipInputStream takes an archive that is cut off between two
 * entries for a complete one, and so would import half of it: therefore the record at the end is looked at too.
 */
final class ZipReader {

    static final int MAX_ENTRIES = 1_000;

    private final UnpackedSize unpacked;
    private final ExportFileReader reader;
    private int entries;
    private int exports;

    ZipReader(UnpackedSize unpacked, ExportFileReader reader) {
        this.unpacked = unpacked;
        this.reader = reader;
    }

    /** @param input stays open */
    void read(InputStream input) throws IOException {
        var tail = new ArchiveTail(input);
        // Names that do not say that they are UTF-8 may be anything; this never fails.
        try (var zip = new ZipInputStream(tail, StandardCharsets.ISO_8859_1)) {
            for (var entry = next(zip); entry != null; entry = next(zip)) {
                read(entry, new UnpackedStream(zip, unpacked));
            }
        }
        if (tail.entriesListed() != entries) {
            throw ArchiveException.cutOff();
        }
        if (exports == 0) {
            throw new ArchiveException("The archive has no export: none of its files has a name that ends with .xml."
                    + " Archives within it are not opened.");
        }
    }

    private ZipEntry next(ZipInputStream zip) throws ArchiveException {
        try {
            var entry = zip.getNextEntry();
            if (entry != null && ++entries > MAX_ENTRIES) {
                throw new ArchiveException("The archive has more than %,d files.".formatted(MAX_ENTRIES));
            }
            return entry;
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw ArchiveException.of(e);
        }
    }

    private void read(ZipEntry entry, InputStream content) throws IOException {
        if (entry.getName().length() > EntryName.MAX) {
            throw new ArchiveException(
                    "The archive has a file with a name of more than %,d characters.".formatted(EntryName.MAX));
        }
        var name = EntryName.decoded(entry.getName());
        if (!entry.isDirectory() && EntryName.isExport(name)) {
            exports++;
            reader.read(EntryName.shown(name), content);
        }
        // To its end, so that all of it counts, and its checksum is compared.
        content.transferTo(OutputStream.nullOutputStream());
    }
}
