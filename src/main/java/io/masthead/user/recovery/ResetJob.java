package io.masthead.user.recovery;

import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.platform.db.Transactions;
import io.masthead.platform.job.JobHandler;
import io.masthead.user.User;
import io.masthead.user.UserService;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.SecretFormat;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Looks up the account of an address and mails the link if there is one. */
@ApplicationScoped
class ResetJob implements JobHandler {

    static final String KIND = "user.reset";

    /** How long a link is valid (OWASP ASVS 5.0, 6.4.1). */
    static final Duration LIFETIME = Duration.ofMinutes(10);

    private record ResetLink(String email, String name, String token) {}

    private final ResetRequestRepository requests;
    private final UserService users;
    private final OneTimeTokens oneTimeTokens;
    private final ResetMail mail;
    private final AuditTrail audit;
    private final Clock clock;

    ResetJob(
            ResetRequestRepository requests,
            UserService users,
            OneTimeTokens oneTimeTokens,
            ResetMail mail,
            AuditTrail audit,
            Clock clock) {
        this.requests = requests;
        this.users = users;
        this.oneTimeTokens = oneTimeTokens;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Retried while the mail server refuses, but no longer than a link would be valid. */
    @Override
    public void run(long requestId) {
        Transactions.requiringNew()
                .call(() -> link(requestId))
                .ifPresent(link -> mail.send(link.email(), link.name(), link.token(), LIFETIME.toMinutes()));
        Transactions.requiringNew().run(() -> requests.deleteById(requestId));
    }

    private Optional<ResetLink> link(long requestId) {
        return requests.findByIdOptional(requestId)
                .filter(request -> request.createdAt().isAfter(clock.instant().minus(LIFETIME)))
                .flatMap(request -> users.findByEmail(request.emailKey()))
                .filter(user -> !user.isSuspended())
                .map(this::linkFor);
    }

    /** Identifies the address that a link was sent to; the link is invalid once the account has another one. */
    static String emailHash(User user) {
        return SecretFormat.sha256(String.valueOf(user.emailKey()));
    }

    /** Only the link of the latest mail is valid. */
    private ResetLink linkFor(User user) {
        oneTimeTokens.revoke(SecretFormat.RESET, user.id());
        audit.record(new AuditRecord(null, "user", user.id(), "reset_requested", "rule", ""));
        return new ResetLink(
                user.email(),
                user.displayName(),
                oneTimeTokens.issue(SecretFormat.RESET, user.id(), emailHash(user), LIFETIME));
    }
}
