package io.masthead.imports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRewritingTest {

    private static final String NEW = "https://new.example";

    private final AddressRewriting rewriting = of("https://www.old.example/blog", "");

    private static AddressRewriting of(String... site) {
        return new AddressRewriting(new SiteHosts(List.of(site)), NEW);
    }

    private static Set<String> here(String... names) {
        return Arrays.stream(names).map(name -> "/wp-content/uploads/" + name).collect(Collectors.toSet());
    }

    /** With all that is asked for. */
    private String rewritten(String text, String... names) {
        var asked = rewriting.paths(text);
        var here = here(names);
        here.retainAll(asked);
        return rewriting.rewrite(text, here).text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://old.example",
                "http://old.example",
                "HTTPS://WWW.Old.example",
                "//old.example",
                "//www.old.example:443",
                "http://old.example:80",
                "https://www.old.example/blog"
            })
    void each_address_of_the_site_leads_here(String before) {
        assertThat(rewritten(
                        "<img src=\"%s/wp-content/uploads/2024/05/a.jpg\" alt>".formatted(before), "2024/05/a.jpg"))
                .isEqualTo("<img src=\"https://new.example/wp-content/uploads/2024/05/a.jpg\" alt>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://other.example/wp-content/uploads/a.jpg",
                "https://old.example.evil.example/wp-content/uploads/a.jpg",
                "https://cdn.old.example/wp-content/uploads/a.jpg",
                "https://old.example:8080/wp-content/uploads/a.jpg",
                "https://old.example@evil.example/wp-content/uploads/a.jpg",
                "https://user@old.example/wp-content/uploads/a.jpg",
                "ftp://old.example/wp-content/uploads/a.jpg",
                "https://i0.wp.com/old.example/wp-content/uploads/a.jpg",
                "https://web.archive.example/2020/https://old.example/wp-content/uploads/a.jpg",
                "https://other.example/?image=https://old.example/wp-content/uploads/a.jpg",
                "https://old.example/?image=/wp-content/uploads/a.jpg",
                "https://old.example/#/wp-content/uploads/a.jpg",
                "/wp-content/uploads/a.jpg",
                "old.example/wp-content/uploads/a.jpg",
                "x//old.example/wp-content/uploads/a.jpg",
                "https://old.example/wp-content/themes/a.jpg",
                "https://old.example/wp-content/uploads/../uploads/a.jpg",
                "https://old.example/wp-content/uploads/b.jpg",
                "https://old.example/wp-content/uploads/a.jpg.webp",
                "https://old.example/wp-content/uploads/a.jpg/b",
                "https://old.example/wp-content/uploads/a.jp",
                "https://old.example/wp-content/uploads/A.jpg"
            })
    void what_is_elsewhere_or_not_here_stays(String address) {
        var text = "see <a href='%s'>%s</a> // and ".formatted(address, address);
        assertThat(rewritten(text, "a.jpg")).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '~',
            value = {
                "![A](OLD/a.jpg)",
                "[![A](OLD/a.jpg)](OLD/a.jpg \"title\")",
                "<OLD/a.jpg>",
                "See OLD/a.jpg.",
                "(OLD/a.jpg), OLD/a.jpg; *OLD/a.jpg* _OLD/a.jpg_ **OLD/a.jpg**!",
                "<img src=OLD/a.jpg>",
                "<img src='OLD/a.jpg?w=300&amp;h=200#x' srcset=\"OLD/a.jpg 300w, OLD/a.jpg 2x,OLD/a.jpg\">",
                "[gallery link=\"OLD/a.jpg\"]OLD/a.jpg[/gallery]",
                "background:url(OLD/a.jpg);",
                "background:url(&quot;OLD/a.jpg&quot;)",
                "OLD/a.jpg",
                "{\"u\":\"OLD/a.jpg\\n\"}",
                "\\u0022OLD/a.jpg\\u0022",
                "OLD/a.jpg|OLD/a.jpg"
            })
    void an_address_ends_where_it_should(String pattern) {
        var text = pattern.replace("OLD", "http://old.example/wp-content/uploads");
        var expected = pattern.replace("OLD", NEW + "/wp-content/uploads");
        assertThat(rewritten(text, "a.jpg")).isEqualTo(expected);
    }

    @Test
    void names_with_marks_in_them_are_found_whole() {
        var text =
                "https://old.example/wp-content/uploads/a,b(1);c&amp;d.jpg, https://old.example/wp-content/uploads/a";
        assertThat(rewritten(text, "a,b(1);c&d.jpg"))
                .isEqualTo("https://new.example/wp-content/uploads/a,b(1);c&amp;d.jpg,"
                        + " https://old.example/wp-content/uploads/a");
    }

    @Test
    void of_two_addresses_with_the_same_beginning_each_is_itself() {
        var text = "//old.example/wp-content/uploads/a.jpg //old.example/wp-content/uploads/a.jpg-300x200.jpg";
        assertThat(rewritten(text, "a.jpg-300x200.jpg"))
                .isEqualTo("//old.example/wp-content/uploads/a.jpg"
                        + " https://new.example/wp-content/uploads/a.jpg-300x200.jpg");
    }

    @Test
    void slashes_in_json_stay_escaped() {
        var text =
                "<!-- wp:cover {\"url\":\"https:\\/\\/old.example\\/wp-content\\/uploads\\/2024\\/a.jpg\",\"id\":3} -->";
        assertThat(rewritten(text, "2024/a.jpg"))
                .isEqualTo("<!-- wp:cover {\"url\":\"https:\\/\\/new.example\\/wp-content\\/uploads\\/2024\\/a.jpg\","
                        + "\"id\":3} -->");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fähre.jpg", "F%C3%A4hre.jpg", "F%c3%a4hre.jpg", "Fa\u0308hre.jpg", "F\\u00e4hre.jpg"})
    void letters_of_any_language_are_found_however_they_are_written(String written) {
        assertThat(rewritten("\"https://old.example/wp-content/uploads/" + written + "\"", "Fähre.jpg"))
                .isEqualTo("\"https://new.example/wp-content/uploads/" + written + "\"");
    }

    @Test
    void files_of_wordpress_com_have_a_host_of_their_own() {
        var com = of("https://lantern.wordpress.com");
        var text = "https://lantern.files.wordpress.com/2024/05/a.jpg?w=300"
                + " https:\\/\\/lantern.files.wordpress.com\\/2024\\/05\\/a.jpg"
                + " https://harbour.files.wordpress.com/2024/05/a.jpg";
        assertThat(com.rewrite(text, here("2024/05/a.jpg")).text())
                .isEqualTo("https://new.example/wp-content/uploads/2024/05/a.jpg?w=300"
                        + " https:\\/\\/new.example\\/wp-content\\/uploads\\/2024\\/05\\/a.jpg"
                        + " https://harbour.files.wordpress.com/2024/05/a.jpg");
    }

    @Test
    void addresses_are_counted() {
        var text = "//old.example/wp-content/uploads/a.jpg //old.example/wp-content/uploads/b.jpg //old.example/";
        var done = rewriting.rewrite(text, here("a.jpg"));
        assertThat(done.found()).isEqualTo(2);
        assertThat(done.changed()).isEqualTo(1);
    }

    @Test
    void once_more_changes_nothing() {
        var once = rewritten("<img src=\"http://old.example/wp-content/uploads/a.jpg\">", "a.jpg");
        assertThat(rewritten(once, "a.jpg")).isSameAs(once);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//", "//old.example/wp-content/uploads/,", "//,", "\\/\\/", "https://old.example/", "x"})
    void long_texts_are_read_in_a_moment(String part) {
        var text = part.repeat(500_000 / part.length());
        long start = System.nanoTime();
        rewriting.rewrite(text, rewriting.paths(text));
        assertThat((System.nanoTime() - start) / 1_000_000).isLessThan(8_000);
    }
}
