package io.masthead.user.credential;

import io.masthead.kernel.Violations;
import io.masthead.text.TextRules;
import io.masthead.user.User;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The rules for new passwords. Length is what matters: no character classes are required, and nothing is cut
 * off, trimmed or folded.
 */
@Singleton
public class PasswordRules {

    public static final int MIN_LENGTH = 8;
    public static final int MAX_LENGTH = 256;

    private final CommonPasswords common;

    PasswordRules(CommonPasswords common) {
        this.common = common;
    }

    /** Whether it can be an existing password, including those chosen under WordPress' laxer rules. */
    static boolean isPossible(String password) {
        return password != null
                && !password.isEmpty()
                && TextRules.codePoints(password) <= MAX_LENGTH
                && TextRules.isStorable(password);
    }

    static boolean isLongEnough(String password) {
        return TextRules.codePoints(password) >= MIN_LENGTH;
    }

    /**
     * Adds a violation for each rule that the password breaks.
     *
     * @param ownNames login and e-mail address of the account, which are no valid passwords; nulls are ignored
     */
    void check(Violations violations, String field, String password, String... ownNames) {
        if (password == null || password.isEmpty()) {
            violations.add(field, "required", "'" + field + "' must not be empty.");
        } else if (!isLongEnough(password) || !isPossible(password)) {
            violations.require(
                    isLongEnough(password),
                    field,
                    "too_short",
                    "'" + field + "' must have at least " + MIN_LENGTH + " characters.");
            violations.text(field, password, MAX_LENGTH);
        } else if (Stream.of(ownNames).filter(Objects::nonNull).anyMatch(isSameAs(password))) {
            violations.add(
                    field,
                    "same_as_account",
                    "'" + field + "' must not be the login or e-mail address of the account.");
        } else if (common.contains(password)) {
            violations.add(
                    field, "too_common", "'" + field + "' is among the most common passwords; choose another one.");
        }
    }

    private static Predicate<String> isSameAs(String password) {
        var key = User.key(password);
        return name -> User.key(name).equals(key);
    }
}
