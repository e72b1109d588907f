package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentDispositionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename=a.png|a.png",
                "ATTACHMENT;FileName=\"a b.png\"|a b.png",
                "attachment; filename=\"a\\\"b.png\"|a\"b.png",
                "form-data; name=\"file\"; filename=\"a;b.png\"|a;b.png",
                "attachment; filename=\"x\"; filename*=UTF-8'de'f%C3%A4hre.png|fähre.png",
                "attachment; filename*=iso-8859-1''f%E4hre.png; filename=x|fähre.png",
                "attachment; filename=\"f\u00c3\u00a4hre.png\"|fähre.png",
                "attachment; filename=\"f\u00e4hre.png\"|fähre.png"
            })
    void the_name_is_found(String header, String name) {
        assertThat(ContentDisposition.fileName(header)).contains(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "attachment",
                "attachment; filename",
                "attachment; filename=",
                "attachment; filename=\"a",
                "attachment; filename=\" \"",
                "attachment; filename*=a",
                "attachment; filename*=UTF-8''%C3",
                "attachment; filename*=UTF-8''%zz",
                "attachment; filename*=EBCDIC''a",
                "attachment; filename=a b"
            })
    void a_header_without_a_name_has_none(String header) {
        assertThat(ContentDisposition.fileName(header)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "attachment; filename=My Photo (1).JPG|My Photo (1).JPG",
                "attachment; filename=\"a;b.png\"; x=y|a;b.png",
                "form-data; name=\"file\"; filename=\"a\\\"b.png\"|a\"b.png",
                "form-data; filename=\"C:\\dir\\a.png\"|C:\\dir\\a.png",
                "attachment; word; FILENAME = \" a.png |a.png",
                "attachment; filename=; filename=b|``",
                "attachment; filename=\"f\u00c3\u00a4hre.png\"|fähre.png"
            })
    void a_name_is_found_in_what_clients_send_instead(String header, String name) {
        assertThat(ContentDisposition.lenientParameters(header).get("filename").strip())
                .isEqualTo(name);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "filename=a", "attachment; filename", "; ; ;", "attachment; filename*=UTF-8''%zz"})
    void what_has_no_parameters_has_none(String header) {
        assertThat(ContentDisposition.lenientParameters(header)).isEmpty();
    }
}
