package io.masthead.user.session;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.encryption.Secrets;
import io.masthead.setting.SettingService;
import io.masthead.user.User;
import io.masthead.user.UserService;
import io.masthead.user.credential.CurrentPasswordCheck;
import io.masthead.user.throttle.AttemptKind;
import io.masthead.user.throttle.LoginRateLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Sets up, verifies and removes the second factor of sign-ins. */
@ApplicationScoped
@Transactional
public class SecondFactors {

    private static final int MAX_CODE = 40;

    private final SecondFactorRepository factors;
    private final UserService users;
    private final SettingService settings;
    private final CurrentPasswordCheck currentPasswordCheck;
    private final LoginRateLimiter rateLimiter;
    private final Secrets encryption;
    private final AuditTrail audit;
    private final Clock clock;

    SecondFactors(
            SecondFactorRepository factors,
            UserService users,
            SettingService settings,
            CurrentPasswordCheck currentPasswordCheck,
            LoginRateLimiter rateLimiter,
            Secrets encryption,
            AuditTrail audit,
            Clock clock) {
        this.factors = factors;
        this.users = users;
        this.settings = settings;
        this.currentPasswordCheck = currentPasswordCheck;
        this.rateLimiter = rateLimiter;
        this.encryption = encryption;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the user's sign-ins take two steps. */
    public boolean isOn(long userId) {
        return factors.findByIdOptional(userId)
                .filter(SecondFactor::isConfirmed)
                .isPresent();
    }

    /** The caller's own state. */
    public FactorState state(Actor actor) {
        requireSignIn(actor);
        return new FactorState(isOn(actor.userId()), factors.recoveryCodesLeft(actor.userId()));
    }

    /**
     * Starts the setup of an authenticator and drops an unfinished one. Sign-ins do not ask for it before
     * {@link #confirm}.
     *
     * @param currentPassword ignored if the account has none; required otherwise, or an open session could lock
     *     its owner out
     * @param address the client's network address
     * @throws CmsException {@link ErrorCode#SECOND_FACTOR_STATE} if there is one, and as {@link
     *     CurrentPasswordCheck#require}
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public Enrolment begin(String currentPassword, String address, Actor actor) {
        requireSignIn(actor);
        var account = Transactions.requiringNew().call(() -> users.me(actor));
        currentPasswordCheck.require(account, currentPassword, address);
        return Transactions.requiringNew().call(() -> begin(account, actor));
    }

    private Enrolment begin(User account, Actor actor) {
        if (isOn(actor.userId())) {
            throw new CmsException(
                    ErrorCode.SECOND_FACTOR_STATE,
                    "There is an authenticator already; turn it off before you set up another.");
        }
        factors.deleteById(actor.userId());
        factors.flush();
        var secret = Totp.newSecret();
        factors.persist(new SecondFactor(
                actor.userId(), encryption.encrypt(SecondFactor.encryptionContext(actor.userId()), secret)));
        return new Enrolment(secret, Totp.uri(secret, settings.get().title(), account.login()));
    }

    /**
     * Turns it on after a code has shown that the authenticator works.
     *
     * @return recovery codes, which are never shown again
     * @throws CmsException {@link ErrorCode#SECOND_FACTOR_STATE} if no setup was started, {@link
     *     ErrorCode#VALIDATION_FAILED} for a wrong code
     */
    public List<String> confirm(String code, Actor actor) {
        requireSignIn(actor);
        var factor = factors.findByIdOptional(actor.userId())
                .filter(begun -> !begun.isConfirmed())
                .orElseThrow(() ->
                        new CmsException(ErrorCode.SECOND_FACTOR_STATE, "Start the setup of an authenticator first."));
        if (!isCodeOf(factor, actor.userId(), code)) {
            throw wrongCode();
        }
        factor.confirm(clock.instant());
        record("second_factor_on", actor.userId(), actor);
        return newRecoveryCodes(actor.userId());
    }

    /**
     * Replaces all recovery codes.
     *
     * @param code of the authenticator, or a recovery code
     * @param address the client's network address
     * @throws CmsException {@link ErrorCode#TOO_MANY_ATTEMPTS}
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public List<String> renewRecoveryCodes(String code, String address, Actor actor) {
        return withCode(code, address, actor, () -> {
            record("recovery_codes_renewed", actor.userId(), actor);
            return newRecoveryCodes(actor.userId());
        });
    }

    /**
     * Turns it off, so that sign-ins take one step again.
     *
     * @param code of the authenticator, or a recovery code: a hijacked session must not be enough
     * @param address the client's network address
     * @throws CmsException {@link ErrorCode#TOO_MANY_ATTEMPTS}
     */
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public void turnOff(String code, String address, Actor actor) {
        withCode(code, address, actor, () -> {
            remove(actor.userId(), actor);
            return true;
        });
    }

    /** As {@link #turnOff}, for a user who has lost both authenticator and recovery codes. */
    public void turnOffFor(long userId, Actor actor) {
        actor.require(Capability.EDIT_USERS, Scope.USERS_WRITE, "manage users");
        actor.requireSignIn();
        if (actor.is(userId)) {
            throw new CmsException(
                    ErrorCode.OWN_ACCOUNT, "Turn off your own second factor with a code, at your own account.");
        }
        if (users.find(userId).isEmpty()) {
            throw new CmsException(ErrorCode.USER_NOT_FOUND, "There is no such user.");
        }
        if (!isOn(userId)) {
            throw notEnabled();
        }
        remove(userId, actor);
    }

    /** Whether the code is valid; each code works once. */
    @Transactional(Transactional.TxType.MANDATORY)
    public boolean check(long userId, String code) {
        if (code == null || code.length() > MAX_CODE) {
            return false;
        }
        var factor = factors.findByIdOptional(userId).filter(SecondFactor::isConfirmed);
        return factor.isPresent()
                && (isCodeOf(factor.get(), userId, code)
                        || factors.spendRecoveryCode(userId, RecoveryCodes.hash(code)));
    }

    private boolean isCodeOf(SecondFactor factor, long userId, String code) {
        var step = Totp.stepOf(
                encryption.decrypt(SecondFactor.encryptionContext(userId), factor.secret()),
                code == null ? "" : code.replace(" ", ""),
                clock.instant());
        return step.isPresent() && factors.spendStep(userId, step.getAsLong());
    }

    private List<String> newRecoveryCodes(long userId) {
        var codes = RecoveryCodes.generate();
        factors.replaceRecoveryCodes(
                userId, codes.stream().map(RecoveryCodes::hash).toList());
        return codes;
    }

    /** Counted like the codes of sign-ins, or a session would be enough to guess one. */
    private <T> T withCode(String code, String address, Actor actor, Supplier<T> action) {
        requireSignIn(actor);
        var account = actor.userId().toString();
        var attempt = rateLimiter.begin(AttemptKind.SECOND_FACTOR, account, address);
        return Transactions.requiringNew()
                .call(() -> {
                    if (!isOn(actor.userId())) {
                        throw notEnabled();
                    }
                    if (check(actor.userId(), code)) {
                        var done = action.get();
                        rateLimiter.succeeded(attempt);
                        return Optional.of(done);
                    }
                    // Committed, since the refusal is thrown after this transaction.
                    record("second_factor_failed", actor.userId(), actor);
                    return Optional.<T>empty();
                })
                .orElseThrow(SecondFactors::wrongCode);
    }

    private void remove(long userId, Actor actor) {
        factors.removeRecoveryCodes(userId);
        factors.deleteById(userId);
        record("second_factor_off", userId, actor);
    }

    private void record(String action, long userId, Actor actor) {
        audit.record(new AuditRecord(actor.userId(), "user", userId, action, "person", ""));
    }

    private static void requireSignIn(Actor actor) {
        if (actor.isAnonymous()) {
            throw actor.refused("manage your second factor");
        }
        actor.require(Scope.ACCOUNT);
    }

    private static CmsException notEnabled() {
        return new CmsException(ErrorCode.SECOND_FACTOR_STATE, "There is no authenticator to turn off.");
    }

    private static CmsException wrongCode() {
        return CmsException.field(
                "code", "wrong", "'code' is not the current code, or has been used; wait for the next one.");
    }
}
