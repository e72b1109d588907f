package io.masthead.user.session;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.platform.db.Transactions;
import io.masthead.user.User;
import io.masthead.user.UserService;
import io.masthead.user.credential.Device;
import io.masthead.user.credential.OneTimeToken;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.Passwords;
import io.masthead.user.credential.SecretFormat;
import io.masthead.user.throttle.AttemptKind;
import io.masthead.user.throttle.LoginRateLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Lets people in. Every way in ends in {@link #admit}, so that each asks for the same: an account
 * that is not suspended, and its second factor where it has one.
 */
@ApplicationScoped
public class SignIns {

    /** The way that a session opened with a password has. */
    public static final String PASSWORD = "password";

    private final UserService users;
    private final Passwords passwords;

    /** Nobody's id: ids begin with 1. */
    private static final long NOBODY = 0;

    private static final Duration CHALLENGE_LIFETIME = Duration.ofMinutes(5);

    private final SecondFactors factors;
    private final OneTimeTokens secrets;
    private final Sessions sessions;
    private final LoginRateLimiter attempts;
    private final AuditTrail audit;

    SignIns(
            UserService users,
            Passwords passwords,
            SecondFactors factors,
            OneTimeTokens secrets,
            Sessions sessions,
            LoginRateLimiter attempts,
            AuditTrail audit) {
        this.users = users;
        this.passwords = passwords;
        this.factors = factors;
        this.secrets = secrets;
        this.sessions = sessions;
        this.attempts = attempts;
        this.audit = audit;
    }

    /**
     * Takes the same time whether there is such an account or not. No transaction is open, and no
     * connection held, while the password is hashed.
     *
     * @param login the login or the e-mail address, in any case
     * @throws CmsException {@link ErrorCode#CREDENTIALS_WRONG}, {@link
     *     ErrorCode#TOO_MANY_ATTEMPTS}, or {@link ErrorCode#UNAVAILABLE} where too many sign in at
     *     once
     */
    public SignIn withPassword(String login, String password, Device device) {
        passwords.requireCapacity();
        var found = users.findByLoginOrEmail(login);
        var user = found.orElse(null);
        var account = LoginRateLimiter.account(found, login);
        var proof = attempts.trying(AttemptKind.SIGN_IN, account, device.address(), () -> prove(user, password));
        if (!proof.right() || user.isSuspended()) {
            Transactions.requiringNew().run(() -> recordFailure(user == null ? null : user.id(), device));
            throw wrong();
        }
        attempts.succeeded(AttemptKind.SIGN_IN, account, device.address());
        return Transactions.requiringNew().call(() -> {
            // It takes a while to compare; whoever has set another password since
            // has ended the sessions there were, and this one would outlive that.
            if (!passwords.isUnchangedSince(user.id(), proof.changedAt())) {
                throw wrong();
            }
            return begin(user.id(), PASSWORD, device);
        });
    }

    /**
     * What comparing a password has shown.
     *
     * @param changedAt of which time the password is that it was compared with
     */
    private record Proof(Optional<Instant> changedAt, boolean right) {}

    /**
     * @param user null where there is none
     */
    private Proof prove(User user, String password) {
        var changedAt = passwords.changedAt(user == null ? NOBODY : user.id());
        return new Proof(changedAt, passwords.verify(user == null ? null : user.id(), password));
    }

    /**
     * Opens a session for a user who has proved to be it by one way, or asks for the second factor.
     *
     * @param way {@link #PASSWORD}, or the name of another site
     * @throws CmsException {@link ErrorCode#CREDENTIALS_WRONG} for who is suspended or gone
     */
    public SignIn admit(long userId, String way, Device device) {
        return Transactions.joiningExisting().call(() -> begin(userId, way, device));
    }

    /**
     * Opens the session that a first proof has earned, by a second one. A wrong code leaves the
     * challenge as it is, so that a slip costs nothing but an attempt.
     *
     * @param challenge as {@link SignIn.ChallengeRequired} gave it
     * @param code of the authenticator, or a recovery code
     * @throws CmsException {@link ErrorCode#CREDENTIALS_WRONG} or {@link
     *     ErrorCode#TOO_MANY_ATTEMPTS}
     */
    public SignIn withSecondFactor(String challenge, String code, Device device) {
        var first = secrets.peek(SecretFormat.CHALLENGE, challenge)
                .orElseThrow(() -> new CmsException(
                        ErrorCode.CREDENTIALS_WRONG,
                        "This challenge is spent or too old; sign in from" + " the beginning."));
        var account = first.userId().toString();
        attempts.begin(AttemptKind.SECOND_FACTOR, account, device.address());
        var opened = Transactions.requiringNew()
                .call(() -> answer(first, challenge, code, device))
                .orElseThrow(() -> new CmsException(
                        ErrorCode.CREDENTIALS_WRONG, "The code is not the present one, or has served already."));
        attempts.succeeded(AttemptKind.SECOND_FACTOR, account, device.address());
        return opened;
    }

    private Optional<SignIn> answer(OneTimeToken first, String challenge, String code, Device device) {
        var way = first.detail();
        if (!factors.check(first.userId(), code)
                || secrets.spend(SecretFormat.CHALLENGE, challenge).isEmpty()) {
            audit.record(auditRecord(null, first.userId(), "second_factor_failed", way, device));
            return Optional.empty();
        }
        return Optional.of(open(active(first.userId()), way, device));
    }

    private SignIn begin(long userId, String way, Device device) {
        var user = active(userId);
        if (factors.isOn(userId)) {
            return new SignIn.ChallengeRequired(
                    secrets.issue(SecretFormat.CHALLENGE, userId, way, CHALLENGE_LIFETIME),
                    Set.of(SignIn.Method.TOTP, SignIn.Method.RECOVERY_CODE),
                    CHALLENGE_LIFETIME);
        }
        return open(user, way, device);
    }

    private SignIn open(User user, String way, Device device) {
        audit.record(auditRecord(user.id(), user.id(), "signed_in", way, device));
        return new SignIn.Completed(sessions.open(user, way, device));
    }

    private User active(long userId) {
        return users.find(userId).filter(user -> !user.isSuspended()).orElseThrow(SignIns::wrong);
    }

    private void recordFailure(Long userId, Device device) {
        audit.record(auditRecord(null, userId, "sign_in_failed", PASSWORD, device));
    }

    private static AuditRecord auditRecord(Long actor, Long user, String action, String way, Device device) {
        return new AuditRecord(actor, "user", user, action, way, "", device.address());
    }

    private static CmsException wrong() {
        return new CmsException(ErrorCode.CREDENTIALS_WRONG, "Login and password do not fit together.");
    }
}
