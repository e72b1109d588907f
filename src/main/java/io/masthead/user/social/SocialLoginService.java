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
import io.masthead.user.social.SocialLoginDecision.Reason;
import io.masthead.user.throttle.AttemptKind;
import io.masthead.user.throttle.LoginRateLimiter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Signs users in with accounts at other sites. Such an account is identified by issuer and subject only. An
 * unknown one is linked to the account here with the same e-mail address, if the site has verified it. The
 * password of that account is required as well if the account can do more than read, since the operator of the
 * other site could claim any address, or if its address was set by its owner and never confirmed, since its
 * owner may have entered someone else's address and be waiting for them.
 *
 * <p>Nothing changes before the client that started the sign-in exchanges the code, so that a planted link
 * cannot link accounts.
 */
@ApplicationScoped
public class SocialLoginService {

    private static final Duration CODE_LIFETIME = Duration.ofSeconds(60);
    private static final Duration CHALLENGE_LIFETIME = Duration.ofMinutes(10);

    private final UserIdentityRepository identities;
    private final UserService users;
    private final ReaderAccounts accounts;
    private final SocialConfig config;
    private final OneTimeTokens oneTimeTokens;
    private final Passwords passwords;
    private final LoginRateLimiter rateLimiter;
    private final SignIns signIns;
    private final AuditTrail audit;
    private final Clock clock;

    SocialLoginService(
            UserIdentityRepository identities,
            UserService users,
            ReaderAccounts accounts,
            SocialConfig config,
            OneTimeTokens oneTimeTokens,
            Passwords passwords,
            LoginRateLimiter rateLimiter,
            SignIns signIns,
            AuditTrail audit,
            Clock clock) {
        this.identities = identities;
        this.users = users;
        this.accounts = accounts;
        this.config = config;
        this.oneTimeTokens = oneTimeTokens;
        this.passwords = passwords;
        this.rateLimiter = rateLimiter;
        this.signIns = signIns;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Stores a login that a site has confirmed.
     *
     * @param challenge for the exchange of the code (RFC 7636 section 4.2)
     * @param forUserId the user who wants to link the account; null for a plain sign-in
     */
    public LoginOutcome receive(ExternalIdentity identity, String challenge, Long forUserId) {
        return Transactions.requiringNew()
                .call(() -> decide(identity, forUserId) instanceof SocialLoginDecision.Refuse refused
                        ? new LoginOutcome(null, refused.reason().name().toLowerCase(Locale.ROOT))
                        : new LoginOutcome(
                                oneTimeTokens.issue(
                                        SecretFormat.EXCHANGE,
                                        forUserId,
                                        new PendingLogin(challenge, identity).serialize(),
                                        CODE_LIFETIME),
                                null));
    }

    /**
     * Completes a login that was received. The code is spent whatever the result.
     *
     * @param verifier of the challenge (RFC 7636 section 4.1)
     * @throws CmsException {@link ErrorCode#CREDENTIALS_WRONG}
     */
    public SignIn exchange(String code, String verifier, Device device) {
        var spent = Transactions.requiringNew().call(() -> oneTimeTokens.spend(SecretFormat.EXCHANGE, code));
        var pending = spent.map(OneTimeToken::detail)
                .map(PendingLogin::parse)
                .filter(one -> one.matchesVerifier(verifier))
                .orElseThrow(SocialLoginService::invalidSignIn);
        return Transactions.requiringNew()
                .call(() -> complete(pending.identity(), spent.get().userId(), device));
    }

    /**
     * Links the account at the other site to the account here, whose password was required, and signs its user
     * in. Holds no transaction while the password is hashed.
     *
     * @throws CmsException {@link ErrorCode#CREDENTIALS_WRONG}, {@link ErrorCode#TOO_MANY_ATTEMPTS}, or {@link
     *     ErrorCode#UNAVAILABLE} if too many sign in at once
     */
    public SignIn link(String challenge, String password, Device device) {
        var pendingLink = oneTimeTokens
                .peek(SecretFormat.LINK_CHALLENGE, challenge)
                .orElseThrow(SocialLoginService::invalidSignIn);
        long userId = users.find(pendingLink.userId()).map(User::id).orElseThrow(SocialLoginService::invalidSignIn);
        var identity = PendingLogin.parse(pendingLink.detail()).identity();
        var attempt = rateLimiter.begin(AttemptKind.SIGN_IN, LoginRateLimiter.account(userId), device.address());
        var right = rateLimiter.trying(attempt, () -> passwords.verify(userId, password));
        if (!right) {
            Transactions.requiringNew().run(() -> record(null, userId, "sign_in_failed", identity, device.address()));
            throw new CmsException(ErrorCode.CREDENTIALS_WRONG, "The password is wrong.");
        }
        return Transactions.requiringNew().call(() -> {
            if (oneTimeTokens.spend(SecretFormat.LINK_CHALLENGE, challenge).isEmpty()) {
                throw invalidSignIn();
            }
            var signIn = linkAndAdmit(userId, identity, device);
            rateLimiter.succeeded(attempt);
            return signIn;
        });
    }

    private SignIn complete(ExternalIdentity who, Long forUserId, Device device) {
        var decision = decide(who, forUserId);
        if (decision instanceof SocialLoginDecision.LogIn known) {
            known.identity().used(clock.instant());
            return signIns.admit(known.identity().userId(), who.provider(), device);
        }
        if (decision instanceof SocialLoginDecision.Link link) {
            return linkAndAdmit(link.userId(), who, device);
        }
        if (decision instanceof SocialLoginDecision.RequirePassword ask) {
            var challenge = oneTimeTokens.issue(
                    SecretFormat.LINK_CHALLENGE,
                    ask.userId(),
                    new PendingLogin("", who).serialize(),
                    CHALLENGE_LIFETIME);
            return new SignIn.ChallengeRequired(challenge, Set.of(SignIn.Method.PASSWORD), CHALLENGE_LIFETIME);
        }
        if (decision instanceof SocialLoginDecision.CreateAccount) {
            var user = accounts.create(who.name(), who.verifiedEmail());
            record(user.id(), user.id(), "created", who, device.address());
            return linkAndAdmit(user.id(), who, device);
        }
        throw invalidSignIn();
    }

    private SignIn linkAndAdmit(long userId, ExternalIdentity who, Device device) {
        if (!identities.insert(userId, who, clock.instant())) {
            // Another request was faster; a second try sees what it did.
            throw invalidSignIn();
        }
        record(userId, userId, "identity_added", who, device.address());
        return signIns.admit(userId, who.provider(), device);
    }

    private SocialLoginDecision decide(ExternalIdentity who, Long forUserId) {
        var known = identities.findByKey(who.issuer(), who.subject());
        if (known.isPresent()) {
            var identity = known.get();
            if (forUserId != null && !forUserId.equals(identity.userId())) {
                return new SocialLoginDecision.Refuse(Reason.ACCOUNT_EXISTS);
            }
            return users.find(identity.userId())
                            .filter(SocialLoginService::canSignIn)
                            .isPresent()
                    ? new SocialLoginDecision.LogIn(identity)
                    : new SocialLoginDecision.Refuse(Reason.SIGN_IN_FAILED);
        }
        if (forUserId != null) {
            return users.find(forUserId)
                    .filter(SocialLoginService::canSignIn)
                    .<SocialLoginDecision>map(user -> new SocialLoginDecision.Link(user.id()))
                    .orElseGet(() -> new SocialLoginDecision.Refuse(Reason.SIGN_IN_FAILED));
        }
        return Optional.ofNullable(who.verifiedEmail())
                .flatMap(users::findByEmail)
                .map(this::byEmail)
                .orElseGet(() -> config.createAccounts()
                        ? new SocialLoginDecision.CreateAccount()
                        : new SocialLoginDecision.Refuse(Reason.NO_ACCOUNT));
    }

    private SocialLoginDecision byEmail(User user) {
        if (!canSignIn(user)) {
            return new SocialLoginDecision.Refuse(Reason.SIGN_IN_FAILED);
        }
        if (user.role() == Role.SUBSCRIBER && !user.hasUnconfirmedEmail()) {
            return new SocialLoginDecision.Link(user.id());
        }
        return passwords.has(user.id())
                ? new SocialLoginDecision.RequirePassword(user.id())
                : new SocialLoginDecision.Refuse(Reason.ACCOUNT_EXISTS);
    }

    private static boolean canSignIn(User user) {
        return !user.isSuspended();
    }

    private void record(Long actorId, long userId, String action, ExternalIdentity who, String address) {
        audit.record(new AuditRecord(actorId, "user", userId, action, who.provider(), "", address));
    }

    private static CmsException invalidSignIn() {
        return new CmsException(ErrorCode.CREDENTIALS_WRONG, "This sign-in is invalid or has expired; start again.");
    }
}
