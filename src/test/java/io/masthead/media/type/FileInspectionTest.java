package io.masthead.media.type;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.testsupport.Pictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileInspectionTest {

    @TempDir
    Path folder;

    private final FileInspection inspection = new FileInspection(new TypeDetection(), new AcceptedTypes(() -> false));

    @Test
    void the_size_of_an_image_is_in_its_header() throws IOException {
        assertThat(facts(Pictures.png(640, 480, 1))).isEqualTo(new FileFacts(FileType.PNG, 640, 480));
    }

    @ParameterizedTest
    @CsvSource({
        "ffd8ff, invalid_image",
        "ffd8ffe00010, invalid_image",
        "ffd8ffda0002, invalid_image",
        "ffd8ffd9, invalid_image",
        "89504e470d0a1a0a, invalid_image",
        "474946383961, invalid_image",
        "0000001c667479706176696600000000617669666d6966316d696166, invalid_image",
        "524946460000000057454250565038200000000000000000000000000000, invalid_image"
    })
    void s29_a_header_that_cannot_be_read_is_refused(String content, String code) {
        assertThatThrownBy(() -> facts(hex(content))).isInstanceOfSatisfying(CmsException.class, e -> {
            assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
            assertThat(e.errors()).extracting(one -> one.code()).containsExactly(code);
        });
    }

    @Test
    void s29_too_many_pixels_are_refused() throws IOException {
        assertThat(facts(Pictures.png(10_000, 5_000, 1)).width()).isEqualTo(10_000);
        for (var bomb :
                new byte[][] {Pictures.png(10_000, 5_001, 1), Pictures.png(Integer.MAX_VALUE, Integer.MAX_VALUE, 1)}) {
            assertThatThrownBy(() -> facts(bomb))
                    .isInstanceOfSatisfying(
                            CmsException.class,
                            e -> assertThat(e.errors().get(0).code()).isEqualTo("too_many_pixels"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MP4, 00000018 66747970 69736f6d 00000200 69736f6d 6d703432",
        "MP4, 00000018 66747970 6d703432 00000000 69736f6d 6d703432",
        "M4A, 00000018 66747970 4d344120 00000200 69736f6d 6d703432",
        "MP3, 49443303000000000000 fffb9064",
        "WAV, 52494646 24000000 57415645 666d7420 10000000 0100 0100",
        "PDF, 255044462d312e370a",
        "WEBM, 1a45dfa3 9f 428681 01 42f781 01 42f281 04 42f381 08 4282 84 7765626d 428781 04",
        "OGG, 4f676753 0002 0000000000000000 00000000 00000000 00000000 01 1e 01 766f72626973",
        "OGG, 4f676753 0002 0000000000000000 00000000 00000000 00000000 01 13 4f70757348656164",
        "OGV, 4f676753 0002 0000000000000000 00000000 00000000 00000000 01 2a 80 7468656f7261"
    })
    void sound_films_and_documents_are_known_by_their_first_bytes(FileType type, String content) throws IOException {
        assertThat(facts(hex(content))).isEqualTo(new FileFacts(type, null, null));
    }

    @ParameterizedTest
    @CsvSource({"DOCX,word/document.xml", "XLSX,xl/workbook.xml", "PPTX,ppt/presentation.xml"})
    void office_documents_are_known_by_their_entries(FileType type, String entry) throws IOException {
        assertThat(facts(zip("[Content_Types].xml", entry)).type()).isEqualTo(type);
        refuses(zip("[Content_Types].xml", entry, "x/vbaProject.bin"));
        refuses(zip(entry));
    }

    @ParameterizedTest
    @CsvSource({
        "ODT,application/vnd.oasis.opendocument.text",
        "ODS,application/vnd.oasis.opendocument.spreadsheet",
        "ODP,application/vnd.oasis.opendocument.presentation"
    })
    void open_documents_are_known_by_their_first_entry(FileType type, String mimeType) throws IOException {
        assertThat(facts(openDocument(mimeType)).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({"DOC,WordDocument", "XLS,Workbook", "PPT,PowerPoint Document"})
    void older_office_documents_are_known_by_their_streams(FileType type, String stream) throws IOException {
        assertThat(facts(compound(stream)).type()).isEqualTo(type);
        refuses(compound("__properties_version1.0"));
    }

    @Test
    void an_svg_is_accepted_only_where_the_settings_allow_it() throws IOException {
        var svg = "<?xml version='1.0'?><!-- a --><svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 30'/>"
                .getBytes(UTF_8);
        refuses(svg);
        var file = Files.write(folder.resolve("a.svg"), svg);
        var open = new FileInspection(new TypeDetection(), new AcceptedTypes(() -> true));

        assertThat(open.inspect(file, "a.svg", "image/svg+xml")).isEqualTo(new FileFacts(FileType.SVG, 40, 30));
    }

    @Test
    void archives_programs_and_markup_are_refused() throws IOException {
        refuses(zip("a.txt"));
        refuses(hex("4d5a9000030000000400"));
        refuses(hex("7f454c4602010100"));
        refuses("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(UTF_8));
        refuses("<html><body>x".getBytes(UTF_8));
        refuses("<% out.print(1); %>".getBytes(UTF_8));
        refuses("\ufeff \n<rss/>".getBytes(UTF_8));
        refuses("<?xml version='1.0'?><x/>".getBytes(UTF_8));
        refuses(("text ".repeat(1_000) + "\0").getBytes(UTF_8));
        refuses("PK\3\4".getBytes(ISO_8859_1));
        refuses(hex("d0cf11e0a1b11ae1"));
    }

    @Test
    void s28_a_file_is_not_of_another_family_than_it_says() throws IOException {
        var text = "out.print(1);".getBytes(UTF_8);
        assertThat(facts(text).type()).isEqualTo(FileType.TEXT);
        refuses(text, "x.png", null);
        refuses(text, "x.PNG", null);
        refuses(text, "x", "image/png");
        refuses(text, "x.mp3", null);
        refuses(Pictures.png(), "x.mp4", null);
        assertThat(inspect(Pictures.png(), "x.jpg", "image/gif").type()).isEqualTo(FileType.PNG);
        assertThat(inspect(Pictures.png(), "x.pdf", "application/octet-stream").type())
                .isEqualTo(FileType.PNG);
        assertThat(inspect(
                                hex("4f676753 0002 0000000000000000 00000000 00000000 00000000 01 1e 01 766f72626973"),
                                "x.ogg",
                                "video/ogg")
                        .type())
                .isEqualTo(FileType.OGG);
    }

    private void refuses(byte[] content) {
        refuses(content, "", null);
    }

    private void refuses(byte[] content, String name, String declared) {
        assertThatThrownBy(() -> inspect(content, name, declared))
                .isInstanceOfSatisfying(
                        CmsException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNSUPPORTED_MEDIA_TYPE));
    }

    private FileFacts facts(byte[] content) throws IOException {
        return inspect(content, "", null);
    }

    private FileFacts inspect(byte[] content, String name, String declared) throws IOException {
        return inspection.inspect(Files.write(folder.resolve("file"), content), name, declared);
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text.replace(" ", ""));
    }

    private static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return out.toByteArray();
    }

    private static byte[] openDocument(String mimeType) throws IOException {
        var out = new ByteArrayOutputStream();
        var type = mimeType.getBytes(UTF_8);
        try (var zip = new ZipOutputStream(out)) {
            var entry = new ZipEntry("mimetype");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(type.length);
            var crc = new CRC32();
            crc.update(type);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(type);
        }
        return out.toByteArray();
    }

    /** With the directory in its second sector, to which the allocation table in the first leads. */
    private static byte[] compound(String stream) {
        var file = ByteBuffer.allocate(512 * 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put(hex("d0cf11e0a1b11ae1")).putShort(30, (short) 9).putInt(48, 1);
        for (int i = 0; i < 109; i++) {
            file.putInt(76 + 4 * i, i == 0 ? 0 : -1);
        }
        file.putInt(512, -3).putInt(516, 2).putInt(520, -2);
        name(file, 1024, "Root Entry");
        name(file, 1536, stream);
        return file.array();
    }

    private static void name(ByteBuffer file, int at, String name) {
        var bytes = name.getBytes(UTF_16LE);
        file.put(at, bytes).putShort(at + 64, (short) (bytes.length + 2));
    }
}
