package io.masthead.user.social;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExternalIdentityTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'  Ada   Quill '|Ada Quill",
                "'Ada\nQuill\r\n\tthe 1st'|Ada Quill the 1st",
                "'Ada\u0000\u0007'|Ada",
                "'Ada\u202elliuQ'|AdalliuQ",
                "'\u200b \u2060'|''",
                "'Zoë 🙂'|Zoë 🙂",
                "''|''"
            })
    void names_are_visible_and_on_one_line(String told, String kept) {
        assertThat(named(told).name()).isEqualTo(kept);
        assertThat(named(told).accountName()).isEqualTo(kept);
    }

    @Test
    void names_have_an_end_and_whole_characters() {
        assertThat(named("🙂".repeat(300)).name()).isEqualTo("🙂".repeat(250));
        assertThat(named("Ada \ud83d").name()).isEqualTo("Ada");
        assertThat(named(null).name()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@localhost",
                "ada @example.org",
                "ada@example.org\nbob@example.org",
                "a@b@example.org"
            })
    void what_is_no_address_is_none(String email) {
        assertThat(with(email).verifiedEmail()).isNull();
    }

    @Test
    void a_valid_address_is_kept_unchanged() {
        assertThat(with("Ada@example.org").verifiedEmail()).isEqualTo("Ada@example.org");
        assertThat(with("a".repeat(64) + "@" + "b".repeat(200) + ".org").verifiedEmail())
                .isNull();
    }

    @Test
    void what_is_written_down_is_read_again() {
        var pending = new PendingLogin(
                CodeChallenge.of("verifier"), new ExternalIdentity("s", "https://i", "1", null, "Ada Quill", "ada"));

        assertThat(PendingLogin.parse(pending.serialize())).isEqualTo(pending);
        assertThat(pending.matchesVerifier("verifier")).isTrue();
        assertThat(pending.matchesVerifier("verifieR")).isFalse();
    }

    /** RFC 7636 appendix B. */
    @Test
    void a_challenge_is_made_as_the_standard_has_it() {
        assertThat(CodeChallenge.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
                .isEqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    private static ExternalIdentity named(String name) {
        return new ExternalIdentity("site", "https://id.example", "1", null, name, name);
    }

    private static ExternalIdentity with(String email) {
        return new ExternalIdentity("site", "https://id.example", "1", email, "", "");
    }
}
