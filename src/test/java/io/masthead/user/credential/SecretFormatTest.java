package io.masthead.user.credential;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretFormatTest {

    @Test
    void a_generated_token_is_well_formed_and_never_the_same() {
        var one = SecretFormat.API_TOKEN.generate();
        var other = SecretFormat.API_TOKEN.generate();

        assertThat(one).matches("mh_pat_[0-9A-Za-z]{36}").isNotEqualTo(other);
        assertThat(SecretFormat.API_TOKEN.isWellFormed(one)).isTrue();
        assertThat(SecretFormat.API_TOKEN.isWellFormed(other)).isTrue();
    }

    @Test
    void the_checksum_is_the_crc_32_in_base_62_with_leading_zeros() {
        // CRC-32 of "mh_pat_" + 30 zeros is 606369490, computed with another implementation.
        assertThat(SecretFormat.API_TOKEN.isWellFormed("mh_pat_" + "0".repeat(30) + "0f2GP4"))
                .isTrue();
    }

    @Test
    void one_changed_character_breaks_the_token() {
        var token = SecretFormat.API_TOKEN.generate();

        for (int i = 0; i < token.length(); i++) {
            var changed = new StringBuilder(token);
            changed.setCharAt(i, token.charAt(i) == 'x' ? 'y' : 'x');
            assertThat(SecretFormat.API_TOKEN.isWellFormed(changed.toString()))
                    .as("at %d", i)
                    .isFalse();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "mh_pat_", "secret", "mh_pat_ééééééééééééééééééééééééééééééééééé"})
    void junk_is_not_well_formed(String junk) {
        assertThat(SecretFormat.API_TOKEN.isWellFormed(junk)).isFalse();
    }

    @Test
    void only_the_sha_256_in_hexadecimal_is_stored() {
        assertThat(SecretFormat.sha256("abc"))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
