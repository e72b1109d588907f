package io.masthead.permalink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SitePathTest {

    private static final String SITE = "https://news.example/blog";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/                                   | ''            | ''",
                "/about/                             | about         | ''",
                "/about                              | about         | ''",
                "//                                  |               |",
                "/blog                               | ''            | ''",
                "/blog/about/                        | about         | ''",
                "/blogger/                           | blogger       | ''",
                "/caf%C3%A9/%d0%bd/                  | café/н        | ''",
                "/a+b/?s=x+y#part                    | a+b           | s=x+y",
                "/100%/                              | 100%          | ''",
                "/index.php/2026/05/x                | 2026/05/x     | ''",
                "/index.php?p=12                     | ''            | p=12",
                "https://news.example/blog/about/    | about         | ''",
                "http://www.news.example/blog/?p=1   | ''            | p=1",
                "https://news.example                | ''            | ''",
                "https://other.example/about/        |               |",
                "https://news.example.evil.test/     |               |",
                "about                               |               |",
                "javascript:alert(1)                 |               |"
            })
    void a_path_is_decoded_and_within_the_site(String raw, String path, String query) {
        var found = SitePath.find(raw, SITE);

        assertThat(found.map(SitePath::path).orElse(null)).isEqualTo(path);
        assertThat(found.map(SitePath::query).orElse(null)).isEqualTo(query);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a\u0000b", "/%00", "/?p=%00", "/%ED%A0%80\uD800"})
    void what_no_content_can_have_is_told_apart(String raw) {
        assertThat(SitePath.find(raw, SITE).orElseThrow().isStorable()).isFalse();
    }
}
