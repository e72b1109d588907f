package io.masthead.imports.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteHostsTest {

    private final SiteHosts site = new SiteHosts(List.of("https://www.Old.example/blog", "http://network.example", ""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://old.example/a",
                "https://www.old.example:443/a",
                "http://old.example:80",
                "//OLD.example./a",
                "https://network.example/a"
            })
    void www_scheme_and_usual_ports_make_no_difference(String url) {
        assertThat(site.owns(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "old.example/a",
                "ftp://old.example/a",
                "https://old.example:8443/a",
                "https://old.example@other.example/a",
                "https://other.example\\@old.example/a",
                "https://a:b@old.example/a",
                "https://old.example.other.example/a",
                "https://cdn.old.example/a",
                "https:///old.example/a",
                "https://old.examples/a"
            })
    void all_else_is_another_site(String url) {
        assertThat(site.owns(url)).isFalse();
    }

    @Test
    void a_site_of_wordpress_com_has_a_host_for_its_files() {
        var com = new SiteHosts(List.of("https://lantern.wordpress.com", "http://wordpress.com/"));
        assertThat(com.owns("https://lantern.files.wordpress.com/2024/05/a.jpg"))
                .isTrue();
        assertThat(com.owns("https://harbour.files.wordpress.com/2024/05/a.jpg"))
                .isFalse();
    }

    @Test
    void a_name_in_letters_is_that_in_ascii() {
        assertThat(new SiteHosts(List.of("https://müller.example")).owns("https://xn--mller-kva.example/a"))
                .isTrue();
    }

    @Test
    void a_site_without_an_address_has_no_hosts() {
        assertThat(new SiteHosts(List.of("", "")).owns("https://old.example/")).isFalse();
    }
}
