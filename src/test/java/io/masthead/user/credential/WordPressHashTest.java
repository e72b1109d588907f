package io.masthead.user.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The hashes given here were computed independently: MD5 and HMAC by Python's hashlib, bcrypt by libxcrypt. The
 * first one is phpass' own test vector.
 */
class WordPressHashTest {

    private static final String BCRYPT = "$2y$05$abcdefghijklmnopqrstuu";

    @ParameterizedTest
    @CsvSource({
        "test12345, $P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
        "Zwölf Boxkämpfer, $P$BabcdefghobvNVPwNvPo7HHElg5C2V.",
        "correct horse, $H$7012345670eQ2.JjqySitU7YnhfITl/",
        "correct horse battery, $wp" + BCRYPT + "SWhiHJHydaBXVMWmjx2HNPUDSd0M7h2",
        "Zwölf Boxkämpfer, $wp" + BCRYPT + "7l480yBOgS7nyDokswy6/DksbN3hJx6",
        "Zwölf Boxkämpfer, " + BCRYPT + "NgJv2z5uXjCwAsKXHAypCLMnHYDP7Sy",
    })
    void hashes_of_all_versions_match_their_password_alone(String password, String stored) {
        var hash = WordPressHash.parse(stored).orElseThrow();

        assertThat(hash.matches(password)).isTrue();
        assertThat(hash.matches(password + ".")).isFalse();
        assertThat(hash.matches(password.toUpperCase(Locale.ROOT))).isFalse();
        assertThat(hash.matches("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {" test12345", "test12345\n", "\t\r\u000b test12345  "})
    void blanks_at_the_ends_are_as_little_to_it_as_to_wordpress(String password) {
        var hash = WordPressHash.parse("$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0").orElseThrow();

        assertThat(hash.matches(password)).isTrue();
        assertThat(hash.matches("test 12345")).isFalse();
        // PHP does not trim blanks that only Unicode defines.
        assertThat(hash.matches("\u2003test12345")).isFalse();
    }

    @Test
    void quotes_are_found_behind_the_backslashes_that_wordpress_puts_before_them() {
        // Of: it\'s \"quoted\"
        var hash = WordPressHash.parse("$P$BABCDEFGH4FyLe.DbAY5EMH4TuEDYP0").orElseThrow();

        assertThat(hash.matches("it's \"quoted\"")).isTrue();
        assertThat(hash.matches(" it's \"quoted\" ")).isTrue();
        assertThat(hash.matches("its quoted")).isFalse();
    }

    @Test
    void since_6_8_the_whole_of_a_long_password_counts() {
        var hash = WordPressHash.parse("$wp" + BCRYPT + "8ZY7XTg1tirJ2yJwBX.jM15auMrZ/ay")
                .orElseThrow();

        assertThat(hash.matches("a".repeat(72) + "first")).isTrue();
        assertThat(hash.matches("a".repeat(72) + "other")).isFalse();
    }

    @Test
    void plain_bcrypt_cannot_tell_what_follows_72_bytes() {
        var hash =
                WordPressHash.parse(BCRYPT + "GUnCqbfgs3htOkLrFduUjAyLBw1Rq/u").orElseThrow();

        assertThat(hash.matches("a".repeat(72) + "first")).isTrue();
        assertThat(hash.matches("a".repeat(72) + "other")).isTrue();
        assertThat(hash.matches("a".repeat(71) + "b")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "$P$",
                "$wp",
                "5f4dcc3b5aa765d61d8327deb882cf99",
                "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L",
                "$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0\n",
                "$S$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
                "$generic$abcdefghijklmnopqrstuvwxyz",
                "$2a$05$abcdefghijklmnopqrstuuNgJv2z5uXjCwAsKXHAypCLMnHYDP7Sy",
                "$2y$05$abcdefghijklmnopqrstuvNgJv2z5uXjCwAsKXHAypCLMnHYDP7Sy",
                "$wp$wp$2y$05$abcdefghijklmnopqrstuuNgJv2z5uXjCwAsKXHAypCLMnHYDP7Sy",
                "$wp$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0"
            })
    void other_forms_are_no_hashes(String stored) {
        assertThat(WordPressHash.parse(stored)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$2y$31$abcdefghijklmnopqrstuuNgJv2z5uXjCwAsKXHAypCLMnHYDP7Sy",
                "$2y$14$abcdefghijklmnopqrstuuNgJv2z5uXjCwAsKXHAypCLMnHYDP7Sy",
                "$2y$03$abcdefghijklmnopqrstuuNgJv2z5uXjCwAsKXHAypCLMnHYDP7Sy",
                "$wp$2y$31$abcdefghijklmnopqrstuuNgJv2z5uXjCwAsKXHAypCLMnHYDP7Sy",
                "$P$SIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
                "$P$HIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
                "$H$zIQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0",
                "$P$.IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0"
            })
    void what_would_take_too_long_to_compare_is_no_hash(String stored) {
        assertThat(WordPressHash.parse(stored)).isEmpty();
    }
}
