package io.masthead.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreCheckTest {

    private static final String STORAGE = "masthead.media.storage";
    private static final String ACCESS_KEY = "masthead.media.s3.access-key";
    private static final String SECRET_KEY = "masthead.media.s3.secret-key";

    @Test
    void a_folder_needs_nothing_else() {
        assertThat(refusal(Map.of())).isEmpty();
        assertThat(refusal(Map.of(STORAGE, "file:./data/media"))).isEmpty();
    }

    @Test
    void a_bucket_needs_both_keys() {
        assertThat(refusal(Map.of(STORAGE, "s3://media", SECRET_KEY, "hunter2")))
                .hasValue("MASTHEAD_MEDIA_S3_ACCESS_KEY is missing: a bucket in MASTHEAD_MEDIA_STORAGE requires it.");
        assertThat(refusal(Map.of(STORAGE, "s3://media", ACCESS_KEY, "me")))
                .hasValueSatisfying(said -> assertThat(said).startsWith("MASTHEAD_MEDIA_S3_SECRET_KEY is missing"));
        assertThat(refusal(Map.of(STORAGE, "s3://media", ACCESS_KEY, "me", SECRET_KEY, "")))
                .isPresent();
        assertThat(refusal(Map.of(STORAGE, "s3://media", ACCESS_KEY, "me", SECRET_KEY, "hunter2")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "masthead.media.storage,s3://Bucket,s3://bucket/prefix",
        "masthead.media.s3.endpoint,https://s3.example.org/media,without a path",
        "masthead.media.s3.endpoint,https://me:hunter2@s3.example.org,without a path",
        "masthead.media.s3.endpoint,https://s3.example.org?hunter2,without a path",
        "masthead.media.s3.region,eu west,letters",
        "masthead.media.s3.secret-key,hunter2 hunter2,blanks"
    })
    void a_wrong_setting_is_named_and_no_secret_shown(String name, String value, String hint) {
        var settings = new HashMap<>(Map.of(STORAGE, "s3://media", ACCESS_KEY, "me", SECRET_KEY, "secret"));
        settings.put(name, value);
        assertThat(refusal(settings))
                .hasValueSatisfying(said -> assertThat(said)
                        .startsWith(TypedSettings.variable(name) + " is wrong: ")
                        .contains(hint)
                        .endsWith(".")
                        .doesNotContain("hunter2"));
        settings.put(STORAGE, "file:./data/media");
        assertThat(refusal(settings)).as("not used").isEmpty();
    }

    private static Optional<String> refusal(Map<String, String> settings) {
        return StoreCheck.refusal(
                new SmallRyeConfigBuilder().withDefaultValues(settings).build());
    }
}
