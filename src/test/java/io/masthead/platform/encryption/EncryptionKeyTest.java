package io.masthead.platform.encryption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class EncryptionKeyTest {

    private static final String SECRET = "GEZDGNBVGY3TQOJQ";

    private final EncryptionKey key = EncryptionKey.of(EncryptionKey.generate());

    @Test
    void what_it_encrypts_it_decrypts_in_the_same_place_only() {
        var encrypted = key.encrypt("second_factor/1", SECRET);

        assertThat(encrypted).startsWith("v1:").doesNotContain(SECRET);
        assertThat(key.decrypt("second_factor/1", encrypted)).contains(SECRET);
        assertThat(key.decrypt("second_factor/2", encrypted)).isEmpty();
        assertThat(EncryptionKey.of(EncryptionKey.generate()).decrypt("second_factor/1", encrypted))
                .isEmpty();
    }

    @Test
    void the_same_never_looks_the_same() {
        assertThat(key.encrypt("x", SECRET)).isNotEqualTo(key.encrypt("x", SECRET));
    }

    @Test
    void what_was_changed_or_never_encrypted_is_not_decrypted() {
        var encrypted = key.encrypt("x", SECRET);
        var changed = encrypted.charAt(20) == 'A' ? 'B' : 'A';

        assertThat(key.decrypt("x", encrypted.substring(0, 20) + changed + encrypted.substring(21)))
                .isEmpty();
        for (var none : new String[] {SECRET, "", "v1:", "v1:AAAA", "v1:###", encrypted + "!"}) {
            assertThat(key.decrypt("x", none)).as(none).isEmpty();
        }
    }

    @Test
    void a_key_is_made_from_32_characters_or_more() {
        assertThatIllegalArgumentException().isThrownBy(() -> EncryptionKey.of("x".repeat(31)));
        assertThatIllegalArgumentException().isThrownBy(() -> EncryptionKey.of(" ".repeat(40)));
        var text = "x".repeat(32);
        assertThat(EncryptionKey.of(text + "\n")
                        .decrypt("p", EncryptionKey.of(text).encrypt("p", "s")))
                .contains("s");
    }
}
