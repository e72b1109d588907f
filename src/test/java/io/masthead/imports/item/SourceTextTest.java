package io.masthead.imports.item;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceTextTest {

    @ParameterizedTest
    @CsvSource({
        "%e4%bd%a0%e5%a5%bd%ef%bc%8c%e4%b8%96%e7%95%8c, 你好，世界",
        "%d9%85%db%8c%e2%80%8c%d8%b4%d9%88%d8%af, می‌شود",
        "it%e2%80%99s-here, it’s-here",
        "a%e2%80%94b, a—b",
        "quote%c2%bb, quote»",
        "10%e2%82%ac, 10€",
        "Mixed-Case, Mixed-Case",
        "under_score, under_score",
        "fun-%f0%9f%98%80, fun-😀"
    })
    void a_slug_that_can_stand_in_an_address_is_kept_to_the_letter(String wordpress, String slug) {
        assertThat(SourceText.slug(wordpress)).contains(slug);
        assertThat(SourceText.changedSlug(wordpress)).isEmpty();
    }

    @Test
    void a_slug_that_is_cut_inside_a_character_loses_it_and_is_told_apart() {
        assertThat(SourceText.slug("%e4%bd%a0-%e5%a5")).contains("你");
        assertThat(SourceText.changedSlug("%e4%bd%a0-%e5%a5")).contains("你-\uFFFD");
    }

    @Test
    void what_cannot_stand_in_an_address_is_changed() {
        assertThat(SourceText.slug("a%3Fb")).contains("ab");
        assertThat(SourceText.changedSlug("a%3Fb")).contains("a?b");
        assertThat(SourceText.slug("%3F")).isEmpty();
        assertThat(SourceText.changedSlug("a%2Fb")).isEmpty();
        assertThat(SourceText.changedSlug("")).isEmpty();
    }
}
