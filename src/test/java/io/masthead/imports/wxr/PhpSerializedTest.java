package io.masthead.imports.wxr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhpSerializedTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of("i:5;", 5L),
                Arguments.of("i:-9223372036854775808;", Long.MIN_VALUE),
                Arguments.of("b:1;", true),
                Arguments.of("b:0;", false),
                Arguments.of("d:0.5;", 0.5),
                Arguments.of("d:-1.0E+25;", -1.0E25),
                Arguments.of("s:0:\"\";", ""),
                Arguments.of("s:5:\"héé\";", "héé"),
                Arguments.of("s:4:\"\uD83D\uDEA2\";", "\uD83D\uDEA2"),
                Arguments.of("s:7:\"a\";i:1;\";", "a\";i:1;"),
                Arguments.of("a:0:{}", List.of()),
                Arguments.of("a:2:{i:0;s:1:\"a\";i:1;N;}", Arrays.asList("a", null)),
                Arguments.of(
                        "a:2:{s:5:\"width\";i:640;s:5:\"sizes\";a:1:{i:0;d:1;}}",
                        Map.of("width", 640L, "sizes", List.of(1.0))),
                Arguments.of("a:1:{i:7;s:1:\"x\";}", Map.of("7", "x")),
                Arguments.of("a:2:{i:1;i:1;i:0;i:0;}", Map.of("1", 1L, "0", 0L)));
    }

    @ParameterizedTest
    @MethodSource("values")
    void values_are_read(String text, Object value) {
        assertThat(PhpSerialized.parse(text)).contains(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "N;",
                "plain text",
                "i:5",
                "i:;",
                "i:5;x",
                "i:+5;",
                "i:9223372036854775808;",
                "b:2;",
                "d:INF;",
                "d:NAN;",
                "d:1e999;",
                "d:0x1p3;",
                "s:3:\"ab\";",
                "s:1:\"ab\";",
                "s:1:\"é\";",
                "s:-1:\"\";",
                "s:2147483647:\"a\";",
                "a:1:{}",
                "a:-1:{}",
                "a:2147483647:{i:0;i:0;",
                "a:1:{d:1;i:1;}",
                "a:1:{a:0:{}i:1;}",
                "a:1:{N;i:1;}",
                "a:1:{i:0;O:8:\"stdClass\":0:{}}",
                "O:8:\"stdClass\":0:{}",
                "C:3:\"Foo\":0:{}",
                "E:7:\"Foo:Bar\";",
                "r:1;",
                "R:1;",
            })
    void everything_else_is_empty(String text) {
        assertThat(PhpSerialized.parse(text)).isEmpty();
    }

    @Test
    void arrays_may_be_nested_to_a_depth() {
        assertThat(PhpSerialized.parse(nested(32))).isPresent();
        assertThat(PhpSerialized.parse(nested(33))).isEmpty();
        assertThat(PhpSerialized.parse("a:1:{i:0;".repeat(100_000))).isEmpty();
    }

    @Test
    void a_text_beyond_the_limit_is_not_looked_at() {
        int length = 1024 * 1024;

        assertThat(PhpSerialized.parse("s:%d:\"%s\";".formatted(length, "x".repeat(length))))
                .isEmpty();
        assertThat(PhpSerialized.parse("s:%d:\"%s\";".formatted(1000, "x".repeat(1000))))
                .contains("x".repeat(1000));
    }

    private static String nested(int depth) {
        return "a:1:{i:0;".repeat(depth - 1) + "a:0:{}" + "}".repeat(depth - 1);
    }
}
