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

    @Test
    void a_key_has_at_most_200_code_points() {
        assertThat(Folding.key("😀".repeat(300)).codePoints().count()).isEqualTo(200);
        assertThat(Folding.key("É".repeat(1_000_000))).hasSize(200);
        assertThat(Folding.key(" \t ")).isEmpty();
        assertThat(Folding.key(Character.toString(0x2FE0))).hasSize(1);
    }
}
