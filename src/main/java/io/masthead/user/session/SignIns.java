package io.masthead.user.session;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.platform.db.Transactions;
import io.masthead.user.User;
import io.masthead.user.UserService;
import io.masthead.user.credential.Device;
import io.masthead.user.credential.LoginAccount;
import io.masthead.user.credential.OneTimeToken;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.Passwords;
import io.masthead.user.credential.SecretFormat;
import io.masthead.user.throttle.Attempt;
import io.masthead.user.throttle.AttemptKind;
import io.masthead.user.throttle.LoginRateLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Signs users in. Every sign-in method ends in {@link #admit}, so that all require the same: an account
 * that is not suspended, and its second factor where it has one.
 */
@ApplicationScoped
public class SignIns {

    /** The {@link Session#method} of a session that a password opened. */
    public static final String PASSWORD = "password";

    private static final Duration CHALLENGE_LIFETIME = Duration.ofMinutes(5);

    private final UserService users;
    private final Passwords passwords;
    private final SignInRepository signIns;
    private final SecondFactors factors;
    private final OneTimeTokens oneTimeTokens;
    private final Sessions sessions;
    private final LoginRateLimiter rateLimiter;
    private final AuditTrail audit;

    SignIns(
            UserService users,
            Passwords passwords,
            SignInRepository signIns,
            SecondFactors factors,
            OneTimeTokens oneTimeTokens,
            Sessions sessions,
            LoginRateLimiter rateLimiter,
            AuditTrail audit) {
        this.users = users;
        this.passwords = passwords;
        this.signIns = signIns;
        this.factors = factors;
        this.oneTimeTokens = oneTimeTokens;
        this.sessions = sessions;
        this.rateLimiter = rateLimiter;
        this.audit = audit;
    }

    /**
     * Signs in with a password. It takes as long for a missing account as for a wrong password. Holds no
     * transaction and no connection while the password is hashed.
     *
     * @param login the login or the e-mail address; case-insensitive
     * @throws CmsException {@link ErrorCode#CREDENTIALS_WRONG}, {@link
     *     ErrorCode#TOO_MANY_ATTEMPTS}, or {@link ErrorCode#UNAVAILABLE} if too many sign in at
     *     once
     */
    public SignIn withPassword(String login, String password, Device device) {
        passwords.requireCapacity();
        var begun = Transactions.requiringNew().call(() -> begin(login, device));
        var account = begun.account();
        var right = rateLimiter.trying(begun.attempt(), () -> passwords.verify(account, password));
        if (!right || account.suspended()) {
            Transactions.requiringNew().run(() -> recordFailure(account == null ? null : account.userId(), device));
            throw wrongCredentials();
        }
        return Transactions.requiringNew().call(() -> {
            // Comparing takes a while. If the password has changed since, that has ended all sessions, and a
            // session for the former password must not remain.
            var candidate = signIns.lock(account.userId())
                    .filter(found -> found.passwordChangedAt().equals(account.changedAt()))
                    .orElseThrow(SignIns::wrongCredentials);
            var signIn = begin(candidate.user(), candidate.needsSecondFactor(), PASSWORD, device);
            rateLimiter.succeeded(begun.attempt());
            return signIn;
        });
    }

    /** @param account null if there is no such account */
    private record StartedSignIn(LoginAccount account, Attempt attempt) {}

    private StartedSignIn begin(String login, Device device) {
        var account = passwords.findAccount(login);
        var counted = LoginRateLimiter.account(account.map(LoginAccount::userId), login);
        return new StartedSignIn(
                account.orElse(null), rateLimiter.begin(AttemptKind.SIGN_IN, counted, device.address()));
    }

    /**
     * Opens a session for a user who has passed one sign-in method, or requires the second factor. It joins
     * the transaction of the caller, if any.
     *
     * @param method {@link #PASSWORD}, or the name of another site
     * @throws CmsException {@link ErrorCode#CREDENTIALS_WRONG} if the user is suspended or deleted
     */
    public SignIn admit(long userId, String method, Device device) {
        return Transactions.joiningExisting().call(() -> {
            var user = users.find(userId).orElseThrow(SignIns::wrongCredentials);
            return begin(user, factors.isOn(userId), method, device);
        });
    }

    /**
     * Completes a sign-in by the second factor. A wrong code leaves the challenge valid, so that a typing
     * error costs only an attempt.
     *
     * @param challenge from {@link SignIn.ChallengeRequired}
     * @param code of the authenticator, or a recovery code
     * @throws CmsException {@link ErrorCode#CREDENTIALS_WRONG} or {@link
     *     ErrorCode#TOO_MANY_ATTEMPTS}
     */
    public SignIn withSecondFactor(String challenge, String code, Device device) {
        var first = oneTimeTokens
                .peek(SecretFormat.CHALLENGE, challenge)
                .orElseThrow(() -> new CmsException(
                        ErrorCode.CREDENTIALS_WRONG, "This challenge has been used or has expired; sign in again."));
        var account = first.userId().toString();
        var attempt = rateLimiter.begin(AttemptKind.SECOND_FACTOR, account, device.address());
        return Transactions.requiringNew()
                .call(() -> answer(first, challenge, code, attempt, device))
                .orElseThrow(
                        () -> new CmsException(ErrorCode.CREDENTIALS_WRONG, "The code is wrong or has been used."));
    }

    private Optional<SignIn> answer(OneTimeToken first, String challenge, String code, Attempt attempt, Device device) {
        var method = first.detail();
        if (!factors.check(first.userId(), code)
                || oneTimeTokens.spend(SecretFormat.CHALLENGE, challenge).isEmpty()) {
            audit.record(auditRecord(null, first.userId(), "second_factor_failed", method, device));
            return Optional.empty();
        }
        var user = users.find(first.userId()).orElseThrow(SignIns::wrongCredentials);
        requireActive(user);
        var signIn = open(user, method, device);
        rateLimiter.succeeded(attempt);
        return Optional.of(signIn);
    }

    private SignIn begin(User user, boolean needsSecondFactor, String method, Device device) {
        requireActive(user);
        if (needsSecondFactor) {
            return new SignIn.ChallengeRequired(
                    oneTimeTokens.issue(SecretFormat.CHALLENGE, user.id(), method, CHALLENGE_LIFETIME),
                    Set.of(SignIn.Method.TOTP, SignIn.Method.RECOVERY_CODE),
                    CHALLENGE_LIFETIME);
        }
        return open(user, method, device);
    }

    private SignIn open(User user, String method, Device device) {
        audit.record(auditRecord(user.id(), user.id(), "signed_in", method, device));
        return new SignIn.Completed(sessions.open(user, method, device));
    }

    private static void requireActive(User user) {
        if (user.isSuspended()) {
            throw wrongCredentials();
        }
    }

    private void recordFailure(Long userId, Device device) {
        audit.record(auditRecord(null, userId, "sign_in_failed", PASSWORD, device));
    }

    private static AuditRecord auditRecord(Long actor, Long user, String action, String method, Device device) {
        return new AuditRecord(actor, "user", user, action, method, "", device.address());
    }

    private static CmsException wrongCredentials() {
        return new CmsException(ErrorCode.CREDENTIALS_WRONG, "The login or the password is wrong.");
    }
}
