package io.masthead.imports.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportArchiveTest {

    private static final long ENOUGH = 1_000_000;

    @Test
    void a_plain_file_is_passed_on_without_a_name() throws IOException {
        assertThat(read("<rss/>".getBytes(UTF_8))).containsExactly("null <rss/>");
        assertThat(read(new byte[0])).containsExactly("null ");
        assertThat(read("PK".getBytes(UTF_8))).containsExactly("null PK");
    }

    @Test
    void a_plain_file_has_no_limit_here() throws IOException {
        var files = new ArrayList<String>();
        ExportArchive.read(stream("<rss/>".getBytes(UTF_8)), 2, collecting(files));
        assertThat(files).hasSize(1);
    }

    @Test
    void exports_are_read_in_the_order_of_the_archive_and_everything_else_is_ignored() throws IOException {
        var archive = zip(files(
                "b/", "",
                "b/two.XML", "<2/>",
                "b/notes.txt", "no",
                "__MACOSX/b/._two.xml", "no",
                ".hidden/x.xml", "no",
                "b/.x.xml", "no",
                "more.zip", "PK",
                "xml", "no",
                "one.xml", "<1/>"));

        assertThat(read(archive)).containsExactly("b/two.XML <2/>", "one.xml <1/>");
    }

    @Test
    void stored_files_are_read_by_their_size() throws IOException {
        assertThat(read(stored("one.xml", "<1/>"))).containsExactly("one.xml <1/>");
    }

    @Test
    void a_reader_may_leave_the_rest_of_a_file() throws IOException {
        var names = new ArrayList<String>();
        ExportArchive.read(
                stream(zip(files("a.xml", "<rss/>".repeat(10_000), "b.xml", "<rss/>"))),
                ENOUGH,
                (name, content) -> names.add(name + " " + content.read()));
        assertThat(names).containsExactly("a.xml 60", "b.xml 60");
    }

    @Test
    void names_are_only_shown_so_a_path_out_of_the_archive_is_one_more_name() throws IOException {
        var archive = zip(files("../../etc/a.xml", "<1/>", "..\\b.xml", "<2/>", "evil\u202Elmx\n.xml", "<3/>"));

        assertThat(read(archive)).containsExactly("../../etc/a.xml <1/>", "..\\b.xml <2/>", "evil?lmx?.xml <3/>");
    }

    @Test
    void names_are_shown_whatever_their_encoding_is() throws IOException {
        var files = files("caf\u00e9.xml", "<1/>");
        assertThat(read(zip(files, UTF_8))).containsExactly("caf\u00e9.xml <1/>");
        assertThat(read(zip(files, ISO_8859_1))).containsExactly("caf\u00e9.xml <1/>");
        var unmarked = zip(files("caf\u00c3\u00a9.xml", "<1/>"), ISO_8859_1);
        assertThat(read(unmarked)).containsExactly("caf\u00e9.xml <1/>");
    }

    @Test
    void an_archive_without_an_export_is_refused() {
        assertRefused(zip(files("more.zip", "PK", "a.txt", "no")), "has no export");
        assertRefused(zip(Map.of()), "has no export");
    }

    @Test
    void a_bomb_ends_at_the_limit_and_fills_no_memory() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(new ZipEntry("bomb.xml"));
            for (int i = 0; i < 2_000; i++) {
                zip.write(new byte[100_000]);
            }
        }
        assertThat(packed.size()).isLessThan(300_000);

        var received = new long[1];
        assertThatThrownBy(() -> ExportArchive.read(
                        stream(packed.toByteArray()),
                        ENOUGH,
                        (name, content) -> received[0] = count(content, received)))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining("more than 1,000,000 bytes")
                .hasMessageContaining("masthead.imports.max-unpacked-size");
        assertThat(received[0]).isLessThanOrEqualTo(ENOUGH);
    }

    @Test
    void the_limit_counts_all_files_together_and_ignored_ones_that_must_be_unpacked() {
        var half = "x".repeat(600_000);
        assertRefused(zip(files("a.xml", half, "b.xml", half)), "unpacks to more than");
        assertRefused(zip(files("a.txt", half + half, "b.xml", "<1/>")), "unpacks to more than");
        assertRefused(joined(gzip(half), gzip(half)), "unpacks to more than");
    }

    @Test
    void files_and_the_lengths_of_their_names_are_bounded() throws IOException {
        var many = new LinkedHashMap<String, String>();
        for (int i = 0; i < ZipReader.MAX_ENTRIES; i++) {
            many.put(i + ".xml", "<1/>");
        }
        assertThat(read(zip(many))).hasSize(ZipReader.MAX_ENTRIES);
        many.put("last.txt", "");
        assertRefused(zip(many), "more than 1,000 files");
        assertRefused(zip(files("x".repeat(1_001) + ".xml", "<1/>")), "a name of more than 1,000 characters");
    }

    /** Each of them, since a cut between two files leaves a valid beginning. */
    @Test
    void an_archive_that_is_cut_off_anywhere_is_refused() throws IOException {
        for (var whole : List.of(
                zip(files("a.xml", "<1/>", "b.txt", "no", "b.xml", "<2/>")), stored("a.xml", "<1/>"), gzip("<1/>"))) {
            assertThat(read(whole)).isNotEmpty();
            for (int length = 4; length < whole.length; length++) {
                var cut = Arrays.copyOf(whole, length);
                assertThatThrownBy(() -> read(cut), "%d of %d bytes", length, whole.length)
                        .isInstanceOf(ArchiveException.class)
                        .hasMessageContaining("ends too early");
            }
        }
    }

    @Test
    void a_changed_byte_is_found_by_the_checksum() {
        var zip = stored("a.xml", "<rss>text</rss>");
        zip[indexOf(zip, "text")] = 'T';
        assertRefused(zip, "cannot be unpacked");

        var descriptor = zip(files("a.xml", "<rss/>"));
        descriptor[indexOf(descriptor, "PK\u0007\u0008") + 4] ^= 1;
        assertRefused(descriptor, "cannot be unpacked");

        var gzip = gzip("<rss/>");
        gzip[gzip.length - 8] ^= 1;
        assertRefused(gzip, "cannot be unpacked");
    }

    @Test
    void compressed_data_that_make_no_sense_are_refused() {
        var zip = zip(files("a.xml", "<rss/>"));
        Arrays.fill(zip, 35, 40, (byte) 0xFF);
        assertRefused(zip, "cannot be unpacked");
        var gzip = gzip("<rss/>");
        Arrays.fill(gzip, 10, 15, (byte) 0xFF);
        assertRefused(gzip, "cannot be unpacked");
        gzip[3] = (byte) 0x80;
        gzip[2] = 9;
        assertRefused(gzip, "cannot be unpacked");
    }

    @Test
    void an_encrypted_file_is_refused() {
        var zip = stored("a.xml", "<rss/>");
        zip[6] |= 1;
        assertRefused(zip, "A file in the archive is encrypted");
    }

    @ParameterizedTest
    @ValueSource(ints = {9, 12, 14, 93, 99})
    void another_method_than_deflate_is_refused(int method) {
        var zip = stored("a.xml", "<rss/>");
        zip[8] = (byte) method;
        assertRefused(zip, "use deflate");
    }

    @Test
    void a_file_that_is_stored_without_its_size_is_refused() {
        var zip = stored("a.xml", "<rss/>");
        zip[6] |= 8;
        Arrays.fill(zip, 18, 22, (byte) 0);
        assertRefused(zip, "stored without its size");
    }

    @Test
    void an_archive_whose_end_tells_another_number_of_files_is_refused() {
        var zip = zip(files("a.xml", "<1/>", "b.xml", "<2/>"));
        zip[zip.length - 12] = 1;
        assertRefused(zip, "ends too early");
    }

    @Test
    void an_archive_may_have_a_long_comment() throws IOException {
        var zip = zip(files("a.xml", "<1/>"));
        var length = 65_000;
        zip[zip.length - 2] = (byte) length;
        zip[zip.length - 1] = (byte) (length >> 8);
        var comment = new byte[length];
        Arrays.fill(comment, (byte) 'x');
        assertThat(read(joined(zip, comment))).containsExactly("a.xml <1/>");
    }

    @Test
    void members_of_a_gzip_file_are_one_file() throws IOException {
        assertThat(read(gzip("<rss/>"))).containsExactly("null <rss/>");
        var large = "x".repeat(200_000);
        assertThat(read(joined(gzip("<r" + large), gzip(""), gzip("ss/>"))))
                .containsExactly("null <r" + large + "ss/>");
        assertThat(read(joined(gzip("<rss/>"), new byte[700]))).containsExactly("null <rss/>");
    }

    @Test
    void a_gzip_header_may_have_everything_that_its_format_allows() throws IOException {
        var plain = gzip("<rss/>");
        var header = new ByteArrayOutputStream();
        header.write(plain, 0, 3);
        header.write(4 | 8 | 16);
        header.write(plain, 4, 6);
        header.writeBytes(new byte[] {2, 0, 'x', 'y'});
        header.writeBytes(("site.xml" + "\0" + "a comment" + "\0").getBytes(UTF_8));
        header.write(plain, 10, plain.length - 10);

        assertThat(read(header.toByteArray())).containsExactly("null <rss/>");
    }

    @Test
    void an_archive_in_an_archive_is_not_opened() throws IOException {
        var inner = gzip("<rss/>");
        assertThat(read(gzip(new String(inner, ISO_8859_1)))).singleElement().isNotEqualTo("null <rss/>");
    }

    @Test
    void the_failure_of_a_reader_is_passed_on() {
        assertThatThrownBy(() -> ExportArchive.read(stream(zip(files("a.xml", "<1/>"))), ENOUGH, (name, content) -> {
                    throw new IOException("mine");
                }))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("mine");
    }

    private static void assertRefused(byte[] archive, String sentence) {
        assertThatThrownBy(() -> read(archive))
                .isInstanceOf(ArchiveException.class)
                .hasMessageContaining(sentence);
    }

    private static List<String> read(byte[] archive) throws IOException {
        var files = new ArrayList<String>();
        ExportArchive.read(stream(archive), ENOUGH, collecting(files));
        return files;
    }

    private static ExportFileReader collecting(List<String> files) {
        return (name, content) -> files.add(name + " " + new String(content.readAllBytes(), UTF_8));
    }

    private static long count(InputStream content, long[] received) throws IOException {
        var buffer = new byte[8_192];
        for (int some = content.read(buffer); some >= 0; some = content.read(buffer)) {
            received[0] += some;
        }
        return received[0];
    }

    /** Gives few bytes at once, and never tells what is available, as the database's chunks do. */
    private static InputStream stream(byte[] bytes) {
        return new FilterInputStream(new ByteArrayInputStream(bytes)) {

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return super.read(target, offset, Math.min(length, 7));
            }

            @Override
            public int available() {
                return 0;
            }
        };
    }

    private static Map<String, String> files(String... namesAndTexts) {
        var files = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            files.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return files;
    }

    /** With descriptors after the files. */
    private static byte[] zip(Map<String, String> files) {
        return zip(files, UTF_8);
    }

    private static byte[] zip(Map<String, String> files, Charset names) {
        var packed = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(packed, names)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static byte[] stored(String name, String text) {
        var packed = new ByteArrayOutputStream();
        var bytes = text.getBytes(UTF_8);
        var checksum = new CRC32();
        checksum.update(bytes);
        var entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(bytes.length);
        entry.setCrc(checksum.getValue());
        try (var zip = new ZipOutputStream(packed)) {
            zip.putNextEntry(entry);
            zip.write(bytes);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static byte[] gzip(String text) {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(text.getBytes(text.startsWith("\u001f") ? ISO_8859_1 : UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return packed.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static int indexOf(byte[] bytes, String text) {
        return new String(bytes, ISO_8859_1).indexOf(text);
    }
}
