package io.masthead.setting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"http://localhost:8080", "https://example.org", "https://example.org/blog", "https://[::1]:8443"
            })
    void a_site_has_an_absolute_web_address(String url) {
        assertThat(SettingRules.isSiteAddress(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "/blog",
                "//example.org",
                "https://example.org/",
                "ftp://example.org",
                "javascript:alert(1)",
                "https://",
                "https:example.org",
                "https://user:pass@example.org",
                "https://example.org?x=1",
                "https://example.org#x",
                "https://exämple.org",
                "https://example.org/a b",
                "https://example.org\n"
            })
    void anything_else_is_no_address_of_a_site(String url) {
        assertThat(SettingRules.isSiteAddress(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "pt-BR", "zh-Hant-TW", "de-1996"})
    void a_language_is_a_tag_in_its_usual_form(String tag) {
        assertThat(SettingRules.isLanguage(tag)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "und", "en_US", "EN", "pt-br", "englishlanguage", "e", "en-"})
    void anything_else_is_no_language(String tag) {
        assertThat(SettingRules.isLanguage(tag)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Europe/Berlin", "America/Argentina/Buenos_Aires", "Etc/GMT+1"})
    void a_time_zone_is_a_region_or_utc(String zone) {
        assertThat(SettingRules.isTimeZone(zone)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+01:00", "Z", "GMT+1", "CET", "Europe/Nowhere", "SystemV/PST8"})
    void anything_else_is_no_time_zone(String zone) {
        assertThat(SettingRules.isTimeZone(zone)).isFalse();
    }
}
