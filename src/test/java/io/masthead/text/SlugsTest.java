package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hello, World! | hello-world",
                "  --A  b--  | a-b",
                "Ärger über Öl | arger-uber-ol",
                "Straße STRASSE | strasse-strasse",
                "Ægir Øre Œuvre Đorđe Łódź Þór | aegir-ore-oeuvre-dorde-lodz-thor",
                "İstanbul ISPARTA ılık | istanbul-isparta-ilik",
                "Привет, мир | привет-мир",
                "Йод | йод",
                "日本語 タイトル | 日本語-タイトル",
                "हिन्दी में | हिन्दी-में",
                "Σίσυφος | σίσυφος",
                "한국어 제목 | 한국어-제목",
                "x² ½ ﬁn Ⅷ | x2-1-2-fin-viii",
                "𝐁old | bold",
                "C++ & C# | c-c",
                "100% | 100",
                "a_b | a_b",
                "Don't panic | dont-panic",
                "AT&T | att",
                "watch?v=abc | watchvabc",
                "It’s “here” — now | its-here-now",
                "a\u200Bb\u00ADc\u202Ed | abcd",
                "😀 smile 👍🏽 | smile",
                "../../etc/passwd | etc-passwd",
                "<script>x</script> | scriptx-script",
            })
    void a_title_becomes_a_slug(String title, String slug) {
        assertThat(Slugs.from(title)).isEqualTo(slug);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "---", "😀", "\u200B\u202E", "\u0000", "\u0301", "!?%/"})
    void a_title_without_letters_has_no_slug(String title) {
        assertThat(Slugs.from(title)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello", "ǅ Ǆ", "ϒ", "𐐀", "🅐", "e\u0301", "नि", "\uD800x", "a\u0000b", "ᾳ ᾼ", "Ⓐ", "ª"})
    void a_made_slug_is_one_that_a_client_may_choose(String title) {
        var slug = Slugs.from(title);
        assertThat(slug.isEmpty() || Slugs.isValid(slug)).isTrue();
        assertThat(Slugs.from(slug)).isEqualTo(slug);
    }

    @Test
    void a_slug_has_at_most_200_code_points() {
        assertThat(Slugs.from("𐐀".repeat(300)).codePoints().count()).isEqualTo(200);
        assertThat(Slugs.from("a".repeat(199) + " b")).isEqualTo("a".repeat(199));
        assertThat(Slugs.from("x ".repeat(500_000))).hasSize(199);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a-b",
                "a--b",
                "a_b",
                "_a",
                "2024",
                "привет",
                "日本語",
                "नि",
                "é",
                "Mixed-Case",
                "É",
                "e\u0301",
                "a.b",
                "don’t",
                "a'b",
                "你好，世界",
                "می\u200Cشود",
                "10€",
                "a—b",
                "a»"
            })
    void a_client_may_choose(String slug) {
        assertThat(Slugs.isValid(slug)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "-a",
                "a-",
                "-",
                "%d0%bf",
                "a/b",
                "\u0301a",
                "a\u0000",
                "\uD800",
                "a\u200Bb",
                "a\u202Eb",
                "a?b",
                "a,b",
                "..",
                "a<b",
                "a\\b",
                "a#b"
            })
    void a_client_may_not_choose(String slug) {
        assertThat(Slugs.isValid(slug)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "%d0%bd%d0%be, но",
        "%D0%9D%D0%BE, но",
        "fun-%f0%9f%98%80, fun-😀",
        "fun-😀, fun-😀",
        "under_score, under_score",
        "caf%c3%a9, café",
        "Café, cafe",
        "Don't panic!, dont-panic",
        "a.b/c  d--e, a-b-c-d-e",
        "<b>x</b> &amp; y, x-y",
        "“x”—y, x-y",
        "-x-, x",
        "a%d0b%zz, a-bzz",
        "%cc%81a, a",
        "日本語, 日本語",
        "!?, ''"
    })
    void a_slug_that_a_wordpress_client_sends_stays_where_it_can(String sent, String slug) {
        assertThat(Slugs.ofSent(sent)).isEqualTo(slug);
        assertThat(slug.isEmpty() || Slugs.isValid(slug)).isTrue();
        assertThat(Slugs.ofSent(Slugs.encoded(slug))).isEqualTo(slug);
    }

    @Test
    void a_client_may_choose_signs() {
        assertThat(Slugs.isValid("日本語-😀")).isTrue();
        assertThat(Slugs.isValid("😀❤\uFE0F")).isTrue();
        assertThat(Slugs.isValid("a\u202E😀")).isFalse();
        assertThat(Slugs.isValid("😀/..")).isFalse();
        assertThat(Slugs.isValid("-😀")).isFalse();
    }

    @Test
    void a_slug_of_201_code_points_is_too_long() {
        assertThat(Slugs.isValid("a".repeat(200))).isTrue();
        assertThat(Slugs.isValid("a".repeat(201))).isFalse();
    }

    @Test
    void a_slug_in_an_address_is_percent_encoded_in_lower_case() {
        assertThat(Slugs.encoded("a-b_c.d~1")).isEqualTo("a-b_c.d~1");
        assertThat(Slugs.encoded("日/?%")).isEqualTo("%e6%97%a5%2f%3f%25");
    }
}
