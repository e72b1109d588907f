package io.masthead.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.masthead.setting.PermalinkStructure.Tag;
import java.util.Map;
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
    void a_path_that_distinguishes_posts_is_a_valid_structure(String pattern) {
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
        assertThat(PermalinkStructure.isValid("/" + "a".repeat(200) + "%postname%"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"/%postname%/, /, /", "/blog/%year%/%postname%, /blog/, ''", "/a/b/x-%post_id%/, /a/b/, /"})
    void the_part_before_the_first_tag_is_the_front(String pattern, String front, String end) {
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

    @Test
    void a_path_is_read_back_into_its_tags() {
        var structure = new PermalinkStructure("/a/%category%/%year%-%post_id%/%postname%/");

        assertThat(structure.match("/a/b/c/2024-12/hello-world").orElseThrow())
                .containsOnly(
                        Map.entry(Tag.CATEGORY, "b/c"),
                        Map.entry(Tag.YEAR, "2024"),
                        Map.entry(Tag.POST_ID, "12"),
                        Map.entry(Tag.POSTNAME, "hello-world"));
        assertThat(structure.match("/a/b/2024-12/hello-world/")).isPresent();
        assertThat(structure.match("/a/b/24-12/hello-world")).isEmpty();
        assertThat(structure.match("/a/b/2024-12/hello/world")).isEmpty();
        assertThat(new PermalinkStructure("").match("")).isEmpty();
    }
}
