package io.masthead.media.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Tells what is in a container of audio or video, by its first bytes. */
final class SoundContainer {

    /** The brands of ISO/IEC 14496-12 and its registry that all browsers play as MP4. */
    private static final Set<String> MP4 = Set.of(
            "isom", "iso2", "iso3", "iso4", "iso5", "iso6", "iso7", "iso8", "iso9", "mp41", "mp42", "avc1", "M4V ",
            "M4VH", "M4VP", "MSNV", "dash", "mmp4", "f4v ");

    private static final Set<String> M4A = Set.of("M4A ", "M4B ");

    private static final int BEGINNING = 128;

    private SoundContainer() {}

    /** MP4 or M4A; empty for other brands, such as QuickTime's. */
    static Optional<FileType> ofBrand(Path file) throws IOException {
        var beginning = beginning(file);
        if (beginning.length() < 12 || !beginning.startsWith("ftyp", 4)) {
            return Optional.empty();
        }
        var brand = beginning.substring(8, 12);
        if (M4A.contains(brand)) {
            return Optional.of(FileType.M4A);
        }
        return MP4.contains(brand) ? Optional.of(FileType.MP4) : Optional.empty();
    }

    /** WebM by the document type of Matroska (RFC 8794, 11.2.4); empty for other types. */
    static Optional<FileType> ofMatroska(Path file) throws IOException {
        return beginning(file).contains("B\u0082\u0084webm") ? Optional.of(FileType.WEBM) : Optional.empty();
    }

    /** Video if the first stream is Theora, else audio. */
    static FileType ofOgg(Path file) throws IOException {
        return beginning(file).contains("\u0080theora") ? FileType.OGV : FileType.OGG;
    }

    private static String beginning(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        }
    }
}
