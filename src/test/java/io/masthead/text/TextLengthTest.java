package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLengthTest {

    @ParameterizedTest
    @CsvSource({
        "'', 0",
        "The ferry is back., 4",
        "Don\u2019t panic \u2014 it\u2019s well-known, 4",
        "one--two\u2014three, 3",
        "In 2026 there were 12, 3",
        "'... ! ?', 0",
        "\u041f\u0430\u0440\u043e\u043c \u0432\u0435\u0440\u043d\u0443\u043b\u0441\u044f, 2",
    })
    void words_are_counted_between_blanks(String text, int words) {
        assertThat(TextLength.of(text.translateEscapes()).words()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "\u4f60\u597d\uff0c\u4e16\u754c\u3002, 6",
        "\u6e21\u8f2a\u4eca\u5929\u7d42\u65bc\u56de\u5230\u6e2f\u53e3 WordPress, 19",
        "\u30d5\u30a7\u30ea\u30fc \u304c\u623b\u308b, 7",
        "\ud842\udfb7\u91ce\u5bb6, 3",
        "\u0e40\u0e23\u0e37\u0e2d \u0e01\u0e25\u0e31\u0e1a, 8",
    })
    void characters_are_counted_where_words_are_not_separated(String text, int characters) {
        assertThat(TextLength.of(text.translateEscapes()).words()).isEqualTo(characters);
    }

    @Test
    void a_quotation_in_another_script_does_not_change_how_a_text_is_counted() {
        assertThat(TextLength.of("The sign says \u4f60\u597d to everybody").words())
                .isEqualTo(6);
    }

    @Test
    void minutes_are_rounded_up() {
        assertThat(TextLength.of("").minutes()).isZero();
        assertThat(TextLength.of("word").minutes()).isOne();
        assertThat(TextLength.of("word ".repeat(200)).minutes()).isOne();
        assertThat(TextLength.of("word ".repeat(201)).minutes()).isEqualTo(2);
        assertThat(TextLength.of("\u6e21".repeat(501)).minutes()).isEqualTo(2);
    }
}
