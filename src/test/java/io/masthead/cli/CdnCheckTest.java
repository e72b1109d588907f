package io.masthead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CdnCheckTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "url=https://purge.example/hook",
                "url=https://purge.example/hook;token=hunter2",
                "fastly-service=SU1Z0isxPaozGVKXdv0eY;token=hunter2",
                "cloudflare-zone=023e105f4ecef8ad9ca31a8372d0c353;token=hunter2",
                "cloudflare-zone=023e105f4ecef8ad9ca31a8372d0c353;token=hunter2;url=http://localhost:8089"
            })
    void settings_that_belong_together_are_accepted(String settings) {
        assertThat(refusal(settings)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "fastly-service=a;cloudflare-zone=b;token=hunter2, MASTHEAD_CDN_FASTLY_SERVICE, MASTHEAD_CDN_CLOUDFLARE_ZONE",
        "fastly-service=a/../b;token=hunter2, MASTHEAD_CDN_FASTLY_SERVICE, letters and digits",
        "cloudflare-zone=a?b;token=hunter2, MASTHEAD_CDN_CLOUDFLARE_ZONE, letters and digits",
        "fastly-service=a, MASTHEAD_CDN_TOKEN, is missing",
        "cloudflare-zone=a;url=https://x.example, MASTHEAD_CDN_TOKEN, is missing",
        "token=hunter2, MASTHEAD_CDN_TOKEN, MASTHEAD_CDN_URL",
        "url=https://x.example;token=hunter2 x, MASTHEAD_CDN_TOKEN, neither blanks",
        "url=https://x.example;token=hünter2, MASTHEAD_CDN_TOKEN, neither blanks"
    })
    void others_are_refused_in_one_sentence_without_the_token(String settings, String name, String word) {
        assertThat(refusal(settings))
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith("MASTHEAD_CDN_")
                        .contains(name, word)
                        .endsWith(".")
                        .doesNotContain("nter2"));
    }

    private static Optional<String> refusal(String settings) {
        var values = Arrays.stream(settings.split(";"))
                .filter(setting -> !setting.isEmpty())
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(setting -> "masthead.cdn." + setting[0], setting -> setting[1]));
        return CdnCheck.refusal(
                new SmallRyeConfigBuilder().withDefaultValues(values).build());
    }
}
