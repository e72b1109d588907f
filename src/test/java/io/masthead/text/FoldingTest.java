package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Zebra | zebra",
                "  Éclair  | eclair",
                "STRASSE | strasse",
                "Straße | strasse",
                "Σίσυφος | σισυφοσ",
                "ΣΊΣΥΦΟΣ | σισυφοσ",
                "Łódź | lodz",
                "ﬁn | fin",
                "हिन्दी | हिन्दी",
            })
    void titles_that_readers_take_for_the_same_share_a_key(String title, String key) {
        assertThat(Folding.key(title)).isEqualTo(key);
        assertThat(Folding.key(key)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "It\u2019s | it's",
                "it\u00b4s | it's",
                "\u201eDon\u2019t\u201c \u00abpanic\u00bb | \"don't\" \"panic\"",
                "1914\u20131918 \u2014 war\u2026 | 1914-1918 - war...",
                "a\u00a0b  c\td | a b c d",
                "10\u00d720 | 10x20",
                "co\u00adoperate zero\u200bwidth | cooperate zerowidth",
                "Crème brûlée, STRASSE | creme brulee, strasse",
                "ΣΊΣΥΦΟΣ Ёлка | σισυφοσ елка",
                "हिन्दी | हिन्दी",
            })
    void typed_text_finds_typographic_text(String text, String folded) {
        assertThat(Folding.searchable(text)).isEqualTo(folded);
        assertThat(Folding.searchable(folded)).isEqualTo(folded);
    }

    @Test
    void an_endless_row_of_accents_costs_no_more_than_letters() {
        assertThat(Folding.searchable("a" + "\u0301\u0316".repeat(200_000) + "b"))
                .isEqualTo("ab");
    }

    @Test
    void a_text_is_folded_whole() {
        assertThat(Folding.searchable("É".repeat(1_000))).isEqualTo("e".repeat(1_000));
        assertThat(Folding.searchable("a\r\n\n b\u2028")).isEqualTo("a b");
        assertThat(Folding.searchable(" \t\n ")).isEmpty();
        assertThat(Folding.searchable("\u0301")).isEmpty();
    }

    @Test
    void a_key_has_at_most_200_code_points() {
        assertThat(Folding.key("😀".repeat(300)).codePoints().count()).isEqualTo(200);
        assertThat(Folding.key("É".repeat(1_000_000))).hasSize(200);
        assertThat(Folding.key(" \t ")).isEmpty();
        assertThat(Folding.key(Character.toString(0x2FE0))).hasSize(1);
    }
}
