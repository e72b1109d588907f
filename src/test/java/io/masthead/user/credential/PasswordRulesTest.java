package io.masthead.user.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.Violations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    private final CommonPasswords common = new CommonPasswords();
    private final PasswordRules rules = new PasswordRules(common);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vfrtgbzu",
                "        ",
                " a blank at both ends ",
                "nothing but lower case",
                "74018530926",
                "Пароль-из-букв",
                "🔑🔒🗝🔐🔏🔓🚪🏠"
            })
    void length_alone_counts(String password) {
        assertThatCode(() -> check("password", password)).doesNotThrowAnyException();
    }

    @Test
    void characters_are_counted_and_not_bytes_or_halves_of_them() {
        check("password", "🔑".repeat(64));
        check("password", "🔑".repeat(256));
        refused("🔑".repeat(257), "too_long");
        refused("🔑".repeat(7), "too_short");
    }

    @ParameterizedTest
    @NullAndEmptySource
    void none_is_no_password(String none) {
        refused(none, "required");
    }

    @Test
    void too_short_or_too_long_passwords_are_refused_with_the_limits() {
        refused("seven77", "too_short");
        refused("x".repeat(257), "too_long");
        assertThatThrownBy(() -> check("new_password", "x".repeat(1_000_000)))
                .isInstanceOfSatisfying(CmsException.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
                    assertThat(refusal.errors()).extracting(FieldError::field).containsExactly("new_password");
                    assertThat(refusal).hasMessageContaining("256");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"eight\0characters", "half \ud83d of one", "half \udd11 of one"})
    void what_no_database_keeps_is_refused(String password) {
        refused(password, "invalid_characters");
        assertThat(PasswordRules.isPossible(password)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "PassWord1",
                "12345678",
                "00000000",
                "qwertyuiop",
                "iloveyou",
                "jennifer",
                "BASEBALL",
                "computer"
            })
    void what_is_tried_first_is_refused_in_any_case(String password) {
        refused(password, "too_common");
    }

    @Test
    void three_thousand_common_passwords_are_known() {
        assertThat(common.known())
                .hasSize(3_000)
                .allMatch(PasswordRules::isLongEnough)
                .allMatch(each -> each.equals(each.strip()));
        // Similar to the most common ones, but not common itself.
        assertThat(common.contains("password ")).isFalse();
        assertThat(common.contains("the password of nobody")).isFalse();
    }

    @Test
    void the_name_of_the_account_is_no_password() {
        assertThatThrownBy(() -> check("password", "Ada.Lovelace", "ada.lovelace", null))
                .isInstanceOfSatisfying(CmsException.class, PasswordRulesTest::isSameAsAccount);
        assertThatThrownBy(() -> check("password", "ADA@example.org", null, "ada@example.org"))
                .isInstanceOfSatisfying(CmsException.class, PasswordRulesTest::isSameAsAccount);
        check("password", "Ada.Lovelace's", "ada.lovelace", "ada@example.org");
    }

    @Test
    void a_password_of_wordpress_may_be_shorter_and_not_longer() {
        assertThat(PasswordRules.isPossible("short")).isTrue();
        assertThat(PasswordRules.isPossible("x".repeat(256))).isTrue();
        assertThat(PasswordRules.isPossible("x".repeat(257))).isFalse();
        assertThat(PasswordRules.isPossible("")).isFalse();
        assertThat(PasswordRules.isPossible(null)).isFalse();
    }

    private static void isSameAsAccount(CmsException refusal) {
        assertThat(refusal.errors()).extracting(FieldError::code).containsExactly("same_as_account");
    }

    private void refused(String password, String code) {
        assertThatThrownBy(() -> check("password", password)).isInstanceOfSatisfying(CmsException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.VALIDATION_FAILED);
            assertThat(refusal.errors())
                    .extracting(FieldError::field, FieldError::code)
                    .containsExactly(tuple("password", code));
        });
    }

    private void check(String field, String password, String... ownNames) {
        var violations = new Violations();
        rules.check(violations, field, password, ownNames);
        violations.throwIfAny();
    }
}
