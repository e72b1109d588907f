package io.masthead.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.setting.PermalinkStructure.Tag;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermalinkStructureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/%postname%",
                "/%year%/%monthnum%/%day%/%postname%/",
                "/archives/%post_id%",
                "/%category%/%author%/%hour%-%minute%-%second%.%post_id%.html"
            })
    void a_path_that_tells_posts_apart_is_a_structure(String pattern) {
        assertThat(PermalinkStructure.isValid(pattern)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "%postname%",
                "/%year%/",
                "//%postname%",
                "/%postname%//",
                "/%post name%/",
                "/%nickname%/%postname%",
                "/%postname%?x=1",
                "/ü/%postname%",
                "/%postname%/%"
            })
    void anything_else_is_none(String pattern) {
        assertThat(PermalinkStructure.isValid(pattern)).isFalse();
    }

    @Test
    void a_structure_has_a_bound() {
        assertThat(PermalinkStructure.isValid("/" + "a".repeat(200) + "%postname%")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "/%postname%/, /, /",
        "/blog/%year%/%postname%, /blog/, ''",
        "/a/b/x-%post_id%/, /a/b/, /"
    })
    void what_stands_before_the_first_tag_is_the_front(String pattern, String front, String end) {
        assertThat(new PermalinkStructure(pattern))
                .returns(front, PermalinkStructure::front)
                .returns(end, PermalinkStructure::end);
    }

    @Test
    void each_tag_is_filled_in_literally() {
        var structure = new PermalinkStructure("/%year%/x-%postname%/%post_id%");

        assertThat(structure.fill(tag -> tag == Tag.POSTNAME ? "$1\\" : tag.name()))
                .isEqualTo("/YEAR/x-$1\\/POST_ID");
    }
}
