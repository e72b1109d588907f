package io.masthead.wp.v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalesTest {

    @ParameterizedTest
    @CsvSource({
        "en, en_US",
        "de, de_DE",
        "ko, ko_KR",
        "pt, pt_PT",
        "pt-BR, pt_BR",
        "en-GB, en_GB",
        "ja, ja",
        "zh-CN, zh_CN",
        "de-CH, de_CH"
    })
    void tags_have_the_names_that_wordpress_gives_them(String tag, String locale) {
        assertThat(Locales.fromTag(tag)).isEqualTo(locale);
        assertThat(Locales.toTag(locale)).isEqualTo(tag);
    }

    @Test
    void an_empty_name_is_english() {
        assertThat(Locales.toTag("")).isEqualTo("en");
    }

    /** It gets only what it is told of; each comes with the language that it belongs to. */
    @Test
    void a_native_executable_knows_the_names_of_months_in_all_of_them() throws IOException {
        var packed = new TreeSet<>(Locales.known());
        Locales.known().forEach(tag -> packed.add(Locale.forLanguageTag(tag).getLanguage()));
        var properties = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(in);
        }

        assertThat(properties.getProperty("quarkus.locales").split(",")).containsExactlyElementsOf(packed);
    }
}
