package io.masthead.api.v1.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.kernel.CmsException;
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
        assertThat(ContentDisposition.fileName(header)).isEqualTo(name);
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
    void a_header_without_a_name_is_refused(String header) {
        assertThatThrownBy(() -> ContentDisposition.fileName(header)).isInstanceOf(CmsException.class);
    }
}
