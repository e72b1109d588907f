package io.masthead.web.form;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormScanTest {

    private static final String TYPE = "multipart/form-data; boundary=B";

    @Test
    void fields_are_read_and_files_are_found() throws IOException {
        var body = text("""
                --B|
                Content-Disposition: form-data; name="title"|
                |
                Fähre|
                --B|
                content-disposition: form-data; name="file"; filename="a;b.png"|
                Content-Type: image/png|
                |
                one
                two|
                --B--|
                after it""");
        var parts = scan(body, TYPE);

        assertThat(parts).extracting(FormPart::name).containsExactly("title", "file");
        assertThat(parts).extracting(FormPart::value).containsExactly("Fähre", null);
        assertThat(parts).extracting(FormPart::isFile).containsExactly(false, true);
        assertThat(parts.get(1).fileName()).isEqualTo("a;b.png");
        assertThat(parts.get(1).contentType()).isEqualTo("image/png");
        assertThat(content(parts.get(1), body)).isEqualTo("one\ntwo".getBytes(UTF_8));
    }

    @Test
    void bytes_that_look_like_the_end_of_a_part_stay_in_it() throws IOException {
        for (var content :
                List.of("", "\r\n", "\r\n-", "\r\r\n--", "--\r\n--A", "\r\n\r\n--C\r\r\n", "--", "\n--B", "\r")) {
            var body = ("--B\r\nContent-Disposition: form-data; name=f; filename=x\r\n\r\n" + content
                            + "\r\n--B\r\nContent-Disposition: form-data; name=t\r\n\r\n" + content + "\r\n--B--")
                    .getBytes(ISO_8859_1);
            var parts = scan(body, TYPE);

            assertThat(parts).as(content).hasSize(2).allMatch(FormPart::isComplete);
            assertThat(content(parts.get(0), body)).as(content).isEqualTo(content.getBytes(ISO_8859_1));
            assertThat(parts.get(1).value()).isEqualTo(content);
        }
    }

    @Test
    void a_large_file_is_found_where_it_is() throws IOException {
        var bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        var head = "--B\r\nContent-Disposition: form-data; name=\"file\"; filename=\"x\"\r\n\r\n".getBytes(UTF_8);
        var body = new byte[head.length + bytes.length + 7];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(bytes, 0, body, head.length, bytes.length);
        System.arraycopy("\r\n--B--".getBytes(UTF_8), 0, body, head.length + bytes.length, 7);
        var parts = scan(body, TYPE);

        assertThat(parts).hasSize(1);
        assertThat(content(parts.get(0), body)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data; boundary=\"B\"",
                "multipart/form-data;charset=utf-8;Boundary=B; x=y",
                "multipart/form-data; boundary = B"
            })
    void the_boundary_is_found(String type) throws IOException {
        assertThat(scan(text("--B|\nContent-Disposition: form-data; name=a|\n|\n1|\n--B--"), type))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=\"\""})
    void without_a_boundary_there_are_no_parts(String type) throws IOException {
        assertThat(scan(text("--B|\nContent-Disposition: form-data; name=a|\n|\n1|\n--B--"), type))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--B",
                "--B--",
                "--B\r\n",
                "no form at all",
                "--B\r\nContent-Disposition: form-data; name=a",
                "--B\r\nContent-Disposition: form-data; name=a\r\n\r\nnever ends",
                "--B\r\nContent-Type: text/plain\r\n\r\nnameless\r\n--B--"
            })
    void what_is_no_form_has_no_parts(String body) throws IOException {
        assertThat(scan(body.getBytes(ISO_8859_1), TYPE)).isEmpty();
    }

    @Test
    void headers_that_never_end_end_the_form() throws IOException {
        var body = ("--B\r\nContent-Disposition: form-data; name=a; x=" + "y".repeat(20_000) + "\r\n\r\n1\r\n--B--")
                .getBytes(UTF_8);
        assertThat(scan(body, TYPE)).isEmpty();
    }

    @Test
    void a_file_that_is_cut_off_is_told_from_a_complete_one() throws IOException {
        var parts = scan(text("--B|\nContent-Disposition: form-data; name=file; filename=x|\n|\nhalf"), TYPE);

        assertThat(parts).hasSize(1);
        assertThat(parts.get(0).isComplete()).isFalse();
    }

    @Test
    void a_form_has_so_many_parts_and_no_more() throws IOException {
        var body = text("--B|\nContent-Disposition: form-data; name=a|\n|\n1|\n".repeat(9) + "--B--");
        try (var in = new ByteArrayInputStream(body)) {
            assertThat(FormScan.of(in, TYPE, 5, 100)).hasSize(5);
        }
    }

    @Test
    void fields_take_so_much_room_and_no_more() {
        var body = text("--B|\nContent-Disposition: form-data; name=a|\n|\n" + "1".repeat(101) + "|\n--B--");
        assertThatThrownBy(() -> FormScan.of(new ByteArrayInputStream(body), TYPE, 5, 100))
                .isInstanceOfSatisfying(
                        CmsException.class,
                        refused -> assertThat(refused.code()).isEqualTo(ErrorCode.BODY_TOO_LARGE));
    }

    private static List<FormPart> scan(byte[] body, String type) throws IOException {
        // One byte at a time, as a network may bring them.
        try (var slow = new Dripping(body)) {
            var parts = FormScan.of(slow, type, 1_000, 1_000_000);
            try (var whole = new ByteArrayInputStream(body)) {
                assertThat(FormScan.of(whole, type, 1_000, 1_000_000)).isEqualTo(parts);
            }
            return parts;
        }
    }

    private static byte[] content(FormPart part, byte[] body) throws IOException {
        try (var content = part.in(new ByteArrayInputStream(body))) {
            return content.readAllBytes();
        }
    }

    /** With a line end for each | before a line break. */
    private static byte[] text(String lines) {
        return lines.replace("|\n", "\r\n").getBytes(UTF_8);
    }

    private static final class Dripping extends InputStream {

        private final byte[] bytes;
        private int at;

        Dripping(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return at == bytes.length ? -1 : bytes[at++] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            int next = read();
            if (next < 0) {
                return -1;
            }
            into[offset] = (byte) next;
            return 1;
        }
    }
}
