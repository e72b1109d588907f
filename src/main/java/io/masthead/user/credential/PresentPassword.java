package io.masthead.user.credential;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.user.User;
import io.masthead.user.throttle.AttemptKind;
import io.masthead.user.throttle.LoginRateLimiter;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Asks for the password that somebody has now, before what would change how the account is got
 * into: a session that was left open must not become a stolen account (OWASP ASVS 5.0, 7.5.1).
 */
@ApplicationScoped
public class PresentPassword {

    private final Passwords passwords;
    private final LoginRateLimiter attempts;

    PresentPassword(Passwords passwords, LoginRateLimiter attempts) {
        this.passwords = passwords;
        this.attempts = attempts;
    }

    /**
     * Counted like a sign-in: else a session would be enough to guess the password. No transaction
     * is open meanwhile.
     *
     * @param password not looked at where the account has none
     * @param address the network address of who asks
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} for {@code currentPassword}, and
     *     {@link ErrorCode#TOO_MANY_ATTEMPTS}
     */
    public void require(User user, String password, String address) {
        if (!passwords.has(user.id())) {
            return;
        }
        if (password == null || password.isEmpty()) {
            throw CmsException.field(
                    "currentPassword", "required", "'currentPassword' must be the password that you have now.");
        }
        var account = LoginRateLimiter.account(user.id());
        var attempt = attempts.begin(AttemptKind.SIGN_IN, account, address);
        var right = attempts.trying(attempt, () -> passwords.verify(user.id(), password));
        if (!right) {
            throw CmsException.field("currentPassword", "wrong", "'currentPassword' is not your password.");
        }
        attempts.succeeded(attempt);
    }
}
