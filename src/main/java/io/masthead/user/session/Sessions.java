package io.masthead.user.session;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Page;
import io.masthead.kernel.Scope;
import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.platform.db.UntilShutdown;
import io.masthead.user.User;
import io.masthead.user.UserEvents;
import io.masthead.user.credential.Device;
import io.masthead.user.credential.OneTimeTokens;
import io.masthead.user.credential.SecretFormat;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Opens, refreshes and ends sessions. */
@ApplicationScoped
@Transactional
public class Sessions {

    /** The maximum that is listed; more can still be ended all at once. */
    public static final int MAX_SHOWN = 100;

    /**
     * A token that was replaced less than this ago gets the same successor again: two tabs of one browser may
     * send the same one, and a response may be lost.
     */
    static final Duration REPEATABLE_FOR = Duration.ofSeconds(30);

    private static final String AUDITED = "session";

    private final SessionRepository sessions;
    private final SessionConfig config;
    private final RefreshSuccessors successors;
    private final OneTimeTokens oneTimeTokens;
    private final AuditTrail audit;
    private final UserEvents events;
    private final Clock clock;

    Sessions(
            SessionRepository sessions,
            SessionConfig config,
            RefreshSuccessors successors,
            OneTimeTokens oneTimeTokens,
            AuditTrail audit,
            UserEvents events,
            Clock clock) {
        this.sessions = sessions;
        this.config = config;
        this.successors = successors;
        this.oneTimeTokens = oneTimeTokens;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens a session for a user who has passed all steps of a sign-in.
     *
     * @param method {@code password}, or the name of another site; at most 60 characters
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public OpenedSession open(User user, String method, Device device) {
        var token = SecretFormat.REFRESH_TOKEN.generate();
        var now = clock.instant();
        var session = new Session(
                user, familyHash(token), SecretFormat.sha256(token), method, device, now, now.plus(config.lifetime()));
        sessions.persistAndFlush(session);
        return new OpenedSession(session, token);
    }

    /**
     * Exchanges a refresh token for the next one. Of concurrent uses one replaces it, and all get the same
     * successor, as do uses within {@link #REPEATABLE_FOR} after that. An older token ends its session, since
     * it may have been stolen; so does a token whose successor has been replaced.
     *
     * @throws CmsException {@link ErrorCode#CREDENTIALS_WRONG} if it was never issued, is spent or expired, or
     *     belongs to a suspended user
     */
    @Transactional(dontRollbackOn = CmsException.class)
    public OpenedSession refresh(String refreshToken, Device device) {
        if (!SecretFormat.REFRESH_TOKEN.isWellFormed(refreshToken)) {
            throw invalidRefreshToken();
        }
        var salt = successors.newSalt();
        var next = successors.of(refreshToken, salt);
        var family = familyHash(refreshToken);
        var hash = SecretFormat.sha256(refreshToken);
        var now = clock.instant();
        var rotated = sessions.rotate(family, hash, SecretFormat.sha256(next), salt, device, now, idleSince(now));
        var session = sessions.findByFamily(family).orElseThrow(Sessions::invalidRefreshToken);
        var repeated = !rotated && isRepeatable(session, hash, now);
        if (!rotated && !repeated) {
            if (isActive(session, now)) {
                audit.record(auditRecord(session, "reused", null));
            }
            remove(session);
            throw invalidRefreshToken();
        }
        if (session.user().isSuspended()) {
            throw invalidRefreshToken();
        }
        return new OpenedSession(session, repeated ? successors.of(refreshToken, session.successorSalt()) : next);
    }

    /** Ends the session of a refresh token, spent or not; an unknown token is ignored. */
    public void end(String refreshToken) {
        if (SecretFormat.REFRESH_TOKEN.isWellFormed(refreshToken)) {
            sessions.findByFamily(familyHash(refreshToken))
                    .ifPresent(session -> end(session, session.user().id()));
        }
    }

    /**
     * Ends one session of a user.
     *
     * @throws CmsException {@link ErrorCode#CREDENTIAL_NOT_FOUND}
     */
    public void end(long userId, long sessionId, Actor actor) {
        requireAccess(userId, actor);
        var session = sessions.read(sessionId)
                .filter(found -> found.user().id() == userId)
                .orElseThrow(() -> new CmsException(ErrorCode.CREDENTIAL_NOT_FOUND, "There is no such session."));
        end(session, actor.userId());
    }

    /** Ends all sessions of a user. */
    public void endAll(long userId, Actor actor) {
        requireAccess(userId, actor);
        endAll(userId, null, actor.userId());
    }

    /**
     * Ends all sessions as part of a change that requires it.
     *
     * @param exceptId a session that continues; null for none
     * @param byUserId who made the change; null if no user did
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endAll(long userId, Long exceptId, Long byUserId) {
        // First, so that a sign-in that is using one up has stored its session before sessions are deleted.
        oneTimeTokens.revokeAll(userId);
        var ended = exceptId == null
                ? sessions.delete("user.id = ?1", userId)
                : sessions.delete("user.id = ?1 and id <> ?2", userId, exceptId);
        if (ended > 0) {
            audit.record(new AuditRecord(byUserId, "user", userId, "sessions_ended", "person", ended + ""));
        }
        events.accessChanged(userId);
    }

    /**
     * Ends the sessions that were opened with one sign-in method, as part of removing that method.
     *
     * @param method as in {@link Session#method}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endOpenedWith(long userId, String method, Long byUserId) {
        if (sessions.delete("user.id = ?1 and method = ?2", userId, method) > 0) {
            audit.record(new AuditRecord(byUserId, "user", userId, "sessions_ended", "person", method));
        }
        events.accessChanged(userId);
    }

    /** The active sessions of a user, latest first, at most {@value #MAX_SHOWN}. */
    public Page<Session> of(long userId, Actor actor) {
        requireAccess(userId, actor);
        var now = clock.instant();
        return Page.whole(sessions.active(userId, now, idleSince(now), MAX_SHOWN));
    }

    /** An active session with its user, who may be suspended. One statement. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Session> findActive(long id) {
        return sessions.read(id).filter(session -> isActive(session, clock.instant()));
    }

    @UntilShutdown
    @Scheduled(every = "1h", delayed = "1m")
    void purge() {
        var now = clock.instant();
        sessions.delete("expiresAt <= ?1", now);
        sessions.delete("refreshedAt <= ?1", idleSince(now));
    }

    private void end(Session session, Long byUserId) {
        audit.record(auditRecord(session, "ended", byUserId));
        remove(session);
    }

    private void remove(Session session) {
        sessions.delete("id = ?1", session.id());
        events.accessChanged(session.user().id());
    }

    /** Allows signed-in users to manage their own sessions, and callers who manage users. */
    private static void requireAccess(long userId, Actor actor) {
        if (actor.is(userId)) {
            actor.require(Scope.ACCOUNT);
        } else {
            actor.require(Capability.EDIT_USERS, Scope.USERS_WRITE, "manage the sessions of others");
        }
    }

    private static AuditRecord auditRecord(Session session, String action, Long byUserId) {
        return new AuditRecord(
                byUserId,
                "user",
                session.user().id(),
                "session_" + action,
                byUserId == null ? "rule" : "person",
                AUDITED + " " + session.id());
    }

    /** Whether this is the hash of the token that was replaced last, less than {@link #REPEATABLE_FOR} ago. */
    private boolean isRepeatable(Session session, String hash, Instant now) {
        return hash.equals(session.previousHash())
                && isActive(session, now)
                && now.isBefore(session.refreshedAt().plus(REPEATABLE_FOR));
    }

    private boolean isActive(Session session, Instant now) {
        return session.expiresAt().isAfter(now) && session.refreshedAt().isAfter(idleSince(now));
    }

    private Instant idleSince(Instant now) {
        return now.minus(config.idle());
    }

    private static String familyHash(String refreshToken) {
        return SecretFormat.sha256(SecretFormat.familyOf(refreshToken));
    }

    private static CmsException invalidRefreshToken() {
        return new CmsException(
                ErrorCode.CREDENTIALS_WRONG, "This refresh token is invalid, used or expired; sign in again.");
    }
}
