package io.masthead.user.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

    /** The secret of RFC 6238, appendix B. */
    private static final String SECRET =
            new Base32().encodeAsString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @ParameterizedTest
    @CsvSource({"59, 287082", "1111111109, 081804", "1234567890, 005924", "2000000000, 279037"})
    void codes_are_those_of_the_rfc(long time, String code) {
        assertThat(Totp.stepOf(SECRET, code, Instant.ofEpochSecond(time))).hasValue(time / 30);
    }

    @ParameterizedTest
    @CsvSource({"1111111050, true", "1111111109, true", "1111111139, true", "1111111049, false", "1111111140, false"})
    void a_code_is_valid_one_step_early_and_late(long time, boolean serves) {
        // The code of the step from second 1111111080 to second 1111111109.
        var found = Totp.stepOf(SECRET, "081804", Instant.ofEpochSecond(time));

        assertThat(found.isPresent()).isEqualTo(serves);
        assertThat(found.orElse(37_037_036)).isEqualTo(37_037_036);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "287083", "28708", "2870820", "abcdef", "２８７０８２"})
    void anything_else_is_no_code(String code) {
        assertThat(Totp.stepOf(SECRET, code, Instant.ofEpochSecond(59))).isEmpty();
    }

    @Test
    void secrets_have_160_bits_and_the_address_names_site_and_account() {
        var secret = Totp.newSecret();

        assertThat(secret).matches("[A-Z2-7]{32}").isNotEqualTo(Totp.newSecret());
        assertThat(Totp.uri(secret, "Harbour & Co", "ada:b"))
                .isEqualTo("otpauth://totp/Harbour%20%26%20Co:ada%3Ab?secret="
                        + secret
                        + "&issuer=Harbour%20%26%20Co&algorithm=SHA1&digits=6&period=30");
    }
}
