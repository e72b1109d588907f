package io.masthead.user.social;

import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.platform.db.Transactions;
import io.masthead.user.ReaderAccounts;
import io.masthead.user.Role;
import io.masthead.user.User;
import io.masthead.user.UserService;
import io.masthead.user.credential.Device;
import io.masthead.user.credential.OneTimeToken;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.Passwords;
import io.masthead.user.credential.SecretFormat;
import io.masthead.user.session.SignIn;
import io.masthead.user.session.SignIns;
import io.masthead.user.social.Decision.Reason;
import io.masthead.user.throttle.AttemptKind;
import io.masthead.user.throttle.LoginRateLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Lets people in who come from another site. An account there is known by issuer and subject alone.
 * One that is not known yet is tied to the account here that has the e-mail address which the site
 * has verified. Where that account can do more than read, its password is asked for as well, since
 * whoever runs the other site could say anything; so it is where its owner has set the address and
 * nobody has confirmed it, since who sets another's address would wait there for that one to come.
 *
 * <p>Nothing changes before whoever started the sign-in has fetched it: a planted link gives
 * nobody's account to anybody.
 */
@ApplicationScoped
public class SocialLoginService {

    private static final Duration CODE_LIFETIME = Duration.ofSeconds(60);
    private static final Duration CHALLENGE_LIFETIME = Duration.ofMinutes(10);

    private final UserIdentityRepository identities;
    private final UserService users;
    private final ReaderAccounts accounts;
    private final SocialConfig config;
    private final OneTimeTokens secrets;
    private final Passwords passwords;
    private final LoginRateLimiter attempts;
    private final SignIns signIns;
    private final AuditTrail audit;
    private final Clock clock;

    SocialLoginService(
            UserIdentityRepository identities,
            UserService users,
            ReaderAccounts accounts,
            SocialConfig config,
            OneTimeTokens secrets,
            Passwords passwords,
            LoginRateLimiter attempts,
            SignIns signIns,
            AuditTrail audit,
            Clock clock) {
        this.identities = identities;
        this.users = users;
        this.accounts = accounts;
        this.config = config;
        this.secrets = secrets;
        this.passwords = passwords;
        this.attempts = attempts;
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Takes note of somebody whom a site has sent.
     *
     * @param challenge what the code can be fetched with (RFC 7636 section 4.2)
     * @param forUserId who wants to tie the account to the own one; null for a plain sign-in
     */
    public LoginOutcome receive(ExternalIdentity identity, String challenge, Long forUserId) {
        return Transactions.requiringNew()
                .call(() -> decide(identity, forUserId) instanceof Decision.Refuse refused
                        ? new LoginOutcome(null, refused.reason().name().toLowerCase(Locale.ROOT))
                        : new LoginOutcome(
                                secrets.issue(
                                        SecretFormat.EXCHANGE,
                                        forUserId,
                                        new PendingLogin(challenge, identity).written(),
                                        CODE_LIFETIME),
                                null));
    }

    /**
     * Lets somebody in who was received. The code is spent whatever comes of it.
     *
     * @param verifier what the challenge was made from (RFC 7636 section 4.1)
     * @throws CmsException {@link ErrorCode#CREDENTIALS_WRONG}
     */
    public SignIn exchange(String code, String verifier, Device device) {
        var spent = Transactions.requiringNew().call(() -> secrets.spend(SecretFormat.EXCHANGE, code));
        var pending = spent.map(OneTimeToken::detail)
                .map(PendingLogin::read)
                .filter(one -> one.wasStartedWith(verifier))
                .orElseThrow(SocialLoginService::wrong);
        return Transactions.requiringNew()
                .call(() -> letIn(pending.identity(), spent.get().userId(), device));
    }

    /**
     * Ties the account elsewhere to the account here, whose password was asked for, and lets its
     * user in. No transaction is open while the password is hashed.
     *
     * @throws CmsException {@link ErrorCode#CREDENTIALS_WRONG}, {@link
     *     ErrorCode#TOO_MANY_ATTEMPTS}, or {@link ErrorCode#UNAVAILABLE} where too many sign in at
     *     once
     */
    public SignIn link(String challenge, String password, Device device) {
        var asked = secrets.peek(SecretFormat.LINK_CHALLENGE, challenge).orElseThrow(SocialLoginService::wrong);
        long userId = asked.userId();
        var identity = PendingLogin.read(asked.detail()).identity();
        users.find(userId).orElseThrow(SocialLoginService::wrong);
        var attempt = attempts.begin(AttemptKind.SIGN_IN, LoginRateLimiter.account(userId), device.address());
        var right = attempts.trying(attempt, () -> passwords.verify(userId, password));
        if (!right) {
            Transactions.requiringNew().run(() -> record(null, userId, "sign_in_failed", identity, device.address()));
            throw new CmsException(ErrorCode.CREDENTIALS_WRONG, "The password is not right.");
        }
        return Transactions.requiringNew().call(() -> {
            attempts.succeeded(attempt);
            if (secrets.spend(SecretFormat.LINK_CHALLENGE, challenge).isEmpty()) {
                throw wrong();
            }
            return tie(userId, identity, device);
        });
    }

    private SignIn letIn(ExternalIdentity who, Long forUserId, Device device) {
        var decision = decide(who, forUserId);
        if (decision instanceof Decision.LetIn known) {
            known.identity().used(clock.instant());
            return signIns.admit(known.identity().userId(), who.provider(), device);
        }
        if (decision instanceof Decision.Tie tie) {
            return tie(tie.userId(), who, device);
        }
        if (decision instanceof Decision.AskPassword ask) {
            var challenge = secrets.issue(
                    SecretFormat.LINK_CHALLENGE, ask.userId(), new PendingLogin("", who).written(), CHALLENGE_LIFETIME);
            return new SignIn.MoreNeeded(challenge, Set.of(SignIn.Method.PASSWORD), CHALLENGE_LIFETIME);
        }
        if (decision instanceof Decision.Create) {
            var user = accounts.create(who.name(), who.verifiedEmail());
            record(user.id(), user.id(), "created", who, device.address());
            return tie(user.id(), who, device);
        }
        throw wrong();
    }

    private SignIn tie(long userId, ExternalIdentity who, Device device) {
        if (!identities.insert(userId, who, clock.instant())) {
            // Another request was faster; what it decided is found out by another try.
            throw wrong();
        }
        record(userId, userId, "identity_added", who, device.address());
        return signIns.admit(userId, who.provider(), device);
    }

    private Decision decide(ExternalIdentity who, Long forUserId) {
        var known = identities.findByKey(who.issuer(), who.subject());
        if (known.isPresent()) {
            var identity = known.get();
            if (forUserId != null && !forUserId.equals(identity.userId())) {
                return new Decision.Refuse(Reason.ACCOUNT_EXISTS);
            }
            return users.find(identity.userId())
                            .filter(SocialLoginService::getsIn)
                            .isPresent()
                    ? new Decision.LetIn(identity)
                    : new Decision.Refuse(Reason.SIGN_IN_FAILED);
        }
        if (forUserId != null) {
            return users.find(forUserId)
                    .filter(SocialLoginService::getsIn)
                    .<Decision>map(user -> new Decision.Tie(user.id()))
                    .orElseGet(() -> new Decision.Refuse(Reason.SIGN_IN_FAILED));
        }
        return Optional.ofNullable(who.verifiedEmail())
                .flatMap(users::findByEmail)
                .map(this::byEmail)
                .orElseGet(
                        () -> config.createAccounts() ? new Decision.Create() : new Decision.Refuse(Reason.NO_ACCOUNT));
    }

    private Decision byEmail(User user) {
        if (!getsIn(user)) {
            return new Decision.Refuse(Reason.SIGN_IN_FAILED);
        }
        if (user.role() == Role.SUBSCRIBER && !user.hasUnconfirmedEmail()) {
            return new Decision.Tie(user.id());
        }
        return passwords.has(user.id())
                ? new Decision.AskPassword(user.id())
                : new Decision.Refuse(Reason.ACCOUNT_EXISTS);
    }

    private static boolean getsIn(User user) {
        return !user.isSuspended();
    }

    private void record(Long actorId, long userId, String action, ExternalIdentity who, String address) {
        audit.record(new AuditRecord(actorId, "user", userId, action, who.provider(), "", address));
    }

    private static CmsException wrong() {
        return new CmsException(ErrorCode.CREDENTIALS_WRONG, "This sign-in is not valid (any more); start again.");
    }
}
