package io.masthead.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "😀", "\u202E\u200B", "\uFFFD", "a\nb\t"})
    void text_can_be_stored(String text) {
        assertThat(TextRules.isStorable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0000b", "\uD83D", "a\uD83D", "\uDE00a", "\uDE00\uD83D", "\uD83Da"})
    void nul_and_half_characters_cannot(String text) {
        assertThat(TextRules.isStorable(text)).isFalse();
    }

    @Test
    void an_emoji_counts_once() {
        assertThat(TextRules.codePoints("a😀b")).isEqualTo(3);
    }
}
