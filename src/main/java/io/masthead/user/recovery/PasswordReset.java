package io.masthead.user.recovery;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.job.Jobs;
import io.masthead.user.User;
import io.masthead.user.UserService;
import io.masthead.user.account.PasswordChange;
import io.masthead.user.credential.LoginAccount;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.Passwords;
import io.masthead.user.credential.SecretFormat;
import io.masthead.user.throttle.AttemptKind;
import io.masthead.user.throttle.LoginRateLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/**
 * Resets a forgotten password by a mailed link that works once. It opens no session and does not change the
 * second factor: the new password is only the first step of a sign-in.
 */
@ApplicationScoped
public class PasswordReset {

    private static final int MAX_EMAIL = 254;

    private final ResetRequestRepository requests;
    private final ResetMail mail;
    private final LoginRateLimiter rateLimiter;
    private final UserService users;
    private final Jobs jobs;
    private final OneTimeTokens oneTimeTokens;
    private final Passwords passwords;
    private final PasswordChange change;
    private final Clock clock;

    PasswordReset(
            ResetRequestRepository requests,
            ResetMail mail,
            LoginRateLimiter rateLimiter,
            UserService users,
            Jobs jobs,
            OneTimeTokens oneTimeTokens,
            Passwords passwords,
            PasswordChange change,
            Clock clock) {
        this.requests = requests;
        this.mail = mail;
        this.rateLimiter = rateLimiter;
        this.users = users;
        this.jobs = jobs;
        this.oneTimeTokens = oneTimeTokens;
        this.passwords = passwords;
        this.change = change;
        this.clock = clock;
    }

    /**
     * Mails a link if the address has an account. The response does not reveal whether it has: the recipient is
     * looked up later, in a job.
     *
     * @param address the client's network address
     * @throws CmsException {@link ErrorCode#MAIL_NOT_CONFIGURED} or {@link ErrorCode#TOO_MANY_ATTEMPTS}
     */
    public void request(String email, String address) {
        if (!mail.isConfigured()) {
            throw new CmsException(
                    ErrorCode.MAIL_NOT_CONFIGURED, "This site sends no mail; ask an administrator for a new password.");
        }
        // Looked up only for the rate limit, and in the same time if there is no such account.
        var account = passwords.findAccount(email).map(LoginAccount::userId);
        rateLimiter.begin(AttemptKind.PASSWORD_RESET, LoginRateLimiter.account(account, email), address);
        var key = User.key(email);
        if (key.length() > MAX_EMAIL) {
            return; // no account can have such an address
        }
        var now = clock.instant();
        Transactions.requiringNew().run(() -> {
            var request = new ResetRequest(key, now);
            requests.persist(request);
            jobs.schedule(ResetJob.KIND, request.id(), now);
        });
    }

    /**
     * Sets the new password and ends every session of the account.
     *
     * @param token from the link
     * @throws CmsException {@link ErrorCode#VALIDATION_FAILED} for a spent or expired token, or for a password
     *     that breaks a rule, which does not spend the token
     */
    public void confirm(String token, String password) {
        // Before the password is checked, which costs more.
        var owner = oneTimeTokens
                .peek(SecretFormat.RESET, token)
                .flatMap(link -> users.find(link.userId()))
                .orElseThrow(PasswordReset::invalidLink);
        var hash = passwords.hash("password", password, owner.login(), owner.email());
        Transactions.requiringNew().run(() -> {
            var spent = oneTimeTokens.spend(SecretFormat.RESET, token).orElseThrow(PasswordReset::invalidLink);
            long userId = spent.userId();
            if (!isValid(userId, spent.detail())) {
                throw invalidLink();
            }
            change.reset(userId, hash);
        });
    }

    /** A link is invalid once its owner is suspended or has another address. */
    private boolean isValid(long userId, String emailHash) {
        return users.find(userId)
                .filter(user -> !user.isSuspended())
                .filter(user -> ResetJob.emailHash(user).equals(emailHash))
                .isPresent();
    }

    private static CmsException invalidLink() {
        return CmsException.field("token", "expired", "This link has been used or has expired; request a new one.");
    }
}
