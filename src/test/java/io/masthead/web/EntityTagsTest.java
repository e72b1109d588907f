package io.masthead.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ExpectedVersion;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagsTest {

    private static final String TAG = "\"7-0123456789abcdef0123\"";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"7-0123456789abcdef0123\"",
                "W/\"7-0123456789abcdef0123\"",
                "\"7-0123456789abcdef0123-gzip\"",
                "W/\"7-0123456789abcdef0123-gzip\"",
                "\"7-0123456789abcdef0123--gzip\"",
                "\"7-0123456789abcdef0123;gzip\"",
                "\"7-0123456789abcdef0123-br\"",
                "\"other\", W/\"7-0123456789abcdef0123\" , \"\"",
                ", \"7-0123456789abcdef0123\",",
            })
    void a_tag_that_a_proxy_has_changed_is_still_the_same_tag(String sent) {
        assertThat(EntityTags.noneMatchHits(sent, TAG)).isTrue();
        assertThat(EntityTags.noneMatchHits(sent, "W/" + TAG)).isTrue();
        assertThat(EntityTags.expected(sent)).isEqualTo(new ExpectedVersion(Set.of(7)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7-0123456789abcdef0123",
                "\"7-0123456789abcdef0124\"",
                "\"8-0123456789abcdef0123\"",
                "\"0123456789abcdef0123\"",
                "\"7-0123456789abcdef0123-gzip-gzip\"",
                "\"x7-0123456789abcdef0123\"",
                "\"7-0123456789abcdef0123\" \"unseparated\"",
                "\"open, \"7-0123456789abcdef0123\"",
            })
    void another_tag_is_not_that_tag(String sent) {
        assertThat(EntityTags.noneMatchHits(sent, TAG)).isFalse();
    }

    @Test
    void an_asterisk_matches_any_version() {
        assertThat(EntityTags.noneMatchHits(" * ", TAG)).isTrue();
        assertThat(EntityTags.noneMatchHits(null, TAG)).isFalse();
        assertThat(EntityTags.expected("*")).isSameAs(ExpectedVersion.ANY);
        assertThat(EntityTags.expected(null)).isSameAs(ExpectedVersion.ANY);
    }

    @Test
    void a_list_names_each_of_its_versions_and_those_of_other_servers_none() {
        assertThat(EntityTags.expected("\"1-aa\",W/\"2-bb-gzip\", \"abc\", \"3-cc;br\""))
                .isEqualTo(new ExpectedVersion(Set.of(1, 2, 3)));
        assertThat(EntityTags.expected("\"abc\"")).isEqualTo(new ExpectedVersion(Set.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7-aa", "\"7-aa", "w/\"7-aa\"", "\"a\" \"b\"", "*, \"7-aa\""})
    void an_invalid_list_of_tags_is_refused_by_header_name(String sent) {
        assertThatThrownBy(() -> EntityTags.expected(sent))
                .isInstanceOf(CmsException.class)
                .hasMessageContaining("If-Match");
    }

    @Test
    void a_long_list_is_read_in_one_pass() {
        var list = "\"a\" ,".repeat(200_000) + "x";
        assertThatCode(() -> EntityTags.noneMatchHits(list, TAG)).doesNotThrowAnyException();
    }
}
