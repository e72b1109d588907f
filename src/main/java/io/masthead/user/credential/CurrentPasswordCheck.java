package io.masthead.user.credential;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.user.User;
import io.masthead.user.throttle.AttemptKind;
import io.masthead.user.throttle.LoginRateLimiter;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Requires the current password before credentials change: a session that was left open must not be enough to
 * take over an account (OWASP ASVS 5.0, 7.5.1).
 */
@ApplicationScoped
public class CurrentPasswordCheck {

    private final Passwords passwords;
    private final LoginRateLimiter rateLimiter;

    CurrentPasswordCheck(Passwords passwords, LoginRateLimiter rateLimiter) {
        this.passwords = passwords;
        this.rateLimiter = rateLimiter;
    }

    /**
     * Counts as a sign-in attempt, or a session would be enough to guess the password. Must not be called in a
     * transaction.
     *
     * @param password ignored if the account has none
     * @param address the client's network address
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} for {@code currentPassword}, and {@link
     *     ErrorCode#TOO_MANY_ATTEMPTS}
     */
    public void require(User user, String password, String address) {
        if (!passwords.has(user.id())) {
            return;
        }
        if (password == null || password.isEmpty()) {
            throw CmsException.field("currentPassword", "required", "'currentPassword' must be your current password.");
        }
        var account = LoginRateLimiter.account(user.id());
        var attempt = rateLimiter.begin(AttemptKind.SIGN_IN, account, address);
        var right = rateLimiter.trying(attempt, () -> passwords.verify(user.id(), password));
        if (!right) {
            throw CmsException.field("currentPassword", "wrong", "'currentPassword' is not your password.");
        }
        rateLimiter.succeeded(attempt);
    }
}
