package io.masthead.user.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The hashes given here were made with the reference implementation in C. */
class Argon2HashTest {

    private static final Argon2Cost CHEAP = new Argon2Cost(7_168, 1);
    private static final String SALT = "MDEyMzQ1Njc4OWFiY2RlZg";
    private static final String OUTPUT = "69I7qCjDTsQwhQqFvpQJiqEI0lGQvxC84fXE0Ktxca4";

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "correct horse battery; $argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$" + OUTPUT,
                "correct horse battery; $argon2id$v=19$m=7168,t=1,p=1$"
                        + SALT
                        + "$usyZVoRv2dU7z6jxmngvu0fJ1V3Gq4bE2VOeFd2R6ss",
                "Pässwörter 🔑 zählen; $argon2id$v=19$m=8192,t=3,p=1$ZmVkY2JhOTg3NjU0MzIxMA"
                        + "$iAxx2odj0/Z+6jdxde/ipaXe4VQuadxxqWkSy533KZ4"
            })
    void hashes_of_the_reference_implementation_match(String password, String stored) {
        var hash = Argon2Hash.parse(stored).orElseThrow();

        assertThat(hash.matches(password)).isTrue();
        assertThat(hash.matches(password + " ")).isFalse();
        assertThat(hash).hasToString(stored);
    }

    @Test
    void a_hash_says_how_it_was_made_and_is_never_the_same() {
        var one = Argon2Hash.of("correct horse battery", CHEAP).toString();
        var other = Argon2Hash.of("correct horse battery", CHEAP).toString();

        assertThat(one)
                .matches("\\$argon2id\\$v=19\\$m=7168,t=1,p=1\\$[\\w+/]{22}\\$[\\w+/]{43}")
                .isNotEqualTo(other);
        assertThat(Argon2Hash.parse(one).orElseThrow().cost()).isEqualTo(CHEAP);
        assertThat(Argon2Hash.parse(one).orElseThrow().matches("correct horse battery"))
                .isTrue();
        assertThat(Argon2Hash.parse(one).orElseThrow().matches("Correct horse battery"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "$argon2id$",
                "$argon2id$v=19$m=131073,t=2,p=1$" + SALT + "$" + OUTPUT,
                "$argon2id$v=19$m=4194304,t=2,p=1$" + SALT + "$" + OUTPUT,
                "$argon2id$v=19$m=99999999999,t=2,p=1$" + SALT + "$" + OUTPUT,
                "$argon2id$v=19$m=19456,t=11,p=1$" + SALT + "$" + OUTPUT,
                "$argon2id$v=19$m=8,t=1,p=1$" + SALT + "$" + OUTPUT,
                "$argon2id$v=19$m=19456,t=0,p=1$" + SALT + "$" + OUTPUT,
                "$argon2id$v=19$m=-19456,t=2,p=1$" + SALT + "$" + OUTPUT,
                "$argon2id$v=19$m=19456,t=2,p=16$" + SALT + "$" + OUTPUT,
                "$argon2id$v=16$m=19456,t=2,p=1$" + SALT + "$" + OUTPUT,
                "$argon2i$v=19$m=19456,t=2,p=1$" + SALT + "$" + OUTPUT,
                "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$",
                "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$" + OUTPUT + OUTPUT
            })
    void other_forms_and_dearer_ones_are_no_hashes(String stored) {
        assertThat(Argon2Hash.parse(stored)).isEmpty();
    }

    @Test
    void a_hash_is_current_until_what_is_set_rises() {
        var stored = "$argon2id$v=19$m=19456,t=2,p=1$" + SALT + "$" + OUTPUT;

        assertThat(at(19_456, 2).isCurrent(stored)).isTrue();
        assertThat(at(7_168, 1).isCurrent(stored)).isTrue();
        assertThat(at(19_457, 2).isCurrent(stored)).isFalse();
        assertThat(at(7_168, 3).isCurrent(stored)).isFalse();
        assertThat(at(7_168, 1).isCurrent("$P$9IQRaTwmfeRo7ud9Fh4E2PdI0S3r.L0")).isFalse();
        assertThat(at(7_168, 1).hash("correct horse battery")).startsWith("$argon2id$v=19$m=7168,t=1,p=1$");
    }

    @ParameterizedTest
    @CsvSource({"7167, 2", "131073, 2", "19456, 0", "19456, 11"})
    void no_other_cost_can_be_set(int memory, int iterations) {
        assertThatThrownBy(() -> new Argon2Cost(memory, iterations)).isInstanceOf(IllegalArgumentException.class);
    }

    private static HashFormats at(int memory, int iterations) {
        return new HashFormats(new Argon2Cost(memory, iterations));
    }
}
