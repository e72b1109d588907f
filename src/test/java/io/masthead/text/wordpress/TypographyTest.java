package io.masthead.text.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shows entities as characters, for readability. */
class TypographyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "say \"yes\" now | say “yes” now",
                "\"a\" \"b\" | “a” “b”",
                "(\"a\") [\"b\"] {\"c\"} -\"d\" | (“a”) [“b”] {“c”} -“d”",
                "a\"b | a”b",
                "\" | “",
                "&lt;\"a\"&gt; | &lt;“a”&gt;",
                "it's Ann's | it’s Ann’s",
                "'a' 'b' | ‘a’ ‘b’",
                "\"'a' b\" | “‘a’ b”",
                "the writers' room | the writers’ room",
                "rock 'n' roll | rock ‘n’ roll",
                "'tis, 'twas and 'em | ’tis, ’twas and ’em",
                "the '80s, '99 | the ’80s, ’99",
                "'class of '99' | ‘class of ’99’",
                "\"class of '99\" | “class of ’99”",
                "'999 | ‘999",
                "'0.42' is \"42\" | ‘0.42’ is “42”",
                "5' 9\" tall | 5′ 9″ tall",
                "a 12\" pipe | a 12″ pipe",
                "\"a 12\" pipe | “a 12” pipe",
                "\"a 12\" pipe and more\" | “a 12″ pipe and more”",
                "\"one 6\" and 7\". | “one 6″ and 7”.",
                "``a'' | “a”",
                "a&nbsp;\"b\" | a&nbsp;“b”",
            })
    void quotes_are_turned_towards_the_quoted_text(String source, String shown) {
        assertThat(shown(source)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a - b | a – b",
                "well-known | well-known",
                "a -- b | a — b",
                "a--b | a–b",
                "a---b | a—b",
                "a --- b | a — b",
                "a----b | a—-b",
                "a-----b | a—–b",
                "xn--abc.example | xn--abc.example",
                "- a | – a",
                "a - | a –",
                "wait... | wait…",
                "a.... | a….",
                "Name (tm) | Name ™",
            })
    void hyphens_and_dots_are_joined(String source, String shown) {
        assertThat(shown(source)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "9x9 | 9×9",
                "1,000x2.5 | 1,000×2.5",
                "0x99 | 0x99",
                "0.5x2 | 0.5×2",
                "10x20px | 10x20px",
                "a10x20 | a10x20",
                "2x3x4 | 2x3x4",
                "3 x 4 | 3 x 4",
                "x1 | x1",
            })
    void an_x_between_numbers_is_a_times_sign(String source, String shown) {
        assertThat(shown(source)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "a & b | a &#038; b",
                "a &amp; b &#38; c &#xA; d &nbsp; | a &amp; b &#38; c &#xA; d &nbsp;",
                "&verylongname; &#; &#x; | &#038;verylongname; &#038;#; &#038;#x;",
                "<a href=\"?a=1&b=2\">x</a> | <a href=\"?a=1&#038;b=2\">x</a>",
            })
    void an_ampersand_that_begins_no_entity_becomes_one(String source, String html) {
        assertThat(Typography.of(source)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "<code>\"a\" -- b</code> \"c\" | <code>\"a\" -- b</code> “c”",
                "<pre>'a'</pre> | <pre>'a'</pre>",
                "<kbd>...</kbd><tt>9x9</tt> | <kbd>...</kbd><tt>9x9</tt>",
                "<pre><code>\"</code>\"</pre>\"a\" | <pre><code>\"</code>\"</pre>“a”",
                "<b title=\"'a'\">'b'</b> | <b title=\"'a'\">‘b’</b>",
                "<!-- \"a\" --> | <!-- \"a\" -->",
                "[gallery ids=\"1,2\"] \"a\" | [gallery ids=\"1,2\"] “a”",
                "[unknown a=\"b\"] | [unknown a=”b”]",
                "日本語 – “q” é | 日本語 – “q” é",
            })
    void tags_code_and_known_shortcodes_stay(String source, String shown) {
        assertThat(shown(source)).isEqualTo(shown);
    }

    private static String shown(String source) {
        return Typography.of(source)
                .replace("&#8216;", "‘")
                .replace("&#8217;", "’")
                .replace("&#8220;", "“")
                .replace("&#8221;", "”")
                .replace("&#8211;", "–")
                .replace("&#8212;", "—")
                .replace("&#8230;", "…")
                .replace("&#8242;", "′")
                .replace("&#8243;", "″")
                .replace("&#8482;", "™")
                .replace("&#215;", "×");
    }
}
