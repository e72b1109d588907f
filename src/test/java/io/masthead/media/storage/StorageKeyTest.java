package io.masthead.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StorageKeyTest {

    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final Instant NOON = Instant.parse("2026-05-03T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "Die Fähre.JPG,die-fahre",
        "a.b.c.png,a-b-c",
        "'',file",
        ".png,file",
        "водопад.png,file",
        "../../x.png,x",
        "--a--.png,a",
        "no extension,no-extension"
    })
    void of_a_name_only_plain_words_remain(String name, String words) {
        assertThat(StorageKey.make(name, HASH, "png", NOON, 0).value())
                .isEqualTo("2026/05/" + words + "-0123456789ab.png");
    }

    @Test
    void a_long_name_is_cut_and_each_attempt_is_another_key() {
        for (int attempt = 0; attempt < 8; attempt++) {
            var key = StorageKey.make("n".repeat(4_000), HASH, "webp", NOON, attempt);
            assertThat(StorageKey.of(key.value())).contains(key);
            assertThat(key.fileName()).isEqualTo(key.value().substring(8));
        }
        assertThat(StorageKey.make("a", HASH, "png", NOON, 1)).isNotEqualTo(StorageKey.make("a", HASH, "png", NOON, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.png",
                "../2026/05/a.png",
                "2026/05/../a.png",
                "2026/05/a/b.png",
                "2026/05/.png",
                "2026/05/a",
                "2026/05/A.png",
                "2026/05/a.png\n",
                "2026/05/a\0.png",
                "/2026/05/a.png",
                "2026\\05\\a.png"
            })
    void nothing_else_is_a_key(String text) {
        assertThat(StorageKey.of(text)).isEmpty();
    }
}
