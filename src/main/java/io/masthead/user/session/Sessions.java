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

    /** More are not shown; the earliest of so many can still be ended all at once. */
    public static final int MAX_SHOWN = 100;

    /**
     * A token that was replaced less than this ago is answered with the same successor: two tabs of
     * one browser send the same one, and an answer can be lost on its way.
     */
    static final Duration REPEATABLE_FOR = Duration.ofSeconds(30);

    private static final String AUDITED = "session";

    private final SessionRepository sessions;
    private final SessionConfig config;
    private final RefreshSuccessors successors;
    private final OneTimeTokens secrets;
    private final AuditTrail audit;
    private final UserEvents events;
    private final Clock clock;

    Sessions(
            SessionRepository sessions,
            SessionConfig config,
            RefreshSuccessors successors,
            OneTimeTokens secrets,
            AuditTrail audit,
            UserEvents events,
            Clock clock) {
        this.sessions = sessions;
        this.config = config;
        this.successors = successors;
        this.secrets = secrets;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Opens one for a user who has proved to be it, by all that the account asks for.
     *
     * @param way how: {@code password}, or the name of another site; at most 60 characters
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public OpenedSession open(User user, String way, Device device) {
        var token = SecretFormat.REFRESH_TOKEN.generate();
        var now = clock.instant();
        var session = new Session(
                user, familyHash(token), SecretFormat.sha256(token), way, device, now, now.plus(config.lifetime()));
        sessions.persistAndFlush(session);
        return new OpenedSession(session, token);
    }

    /**
     * Replaces a refresh token by the next one. Of many uses at once one replaces it, and all get
     * the same successor, as do uses within {@link #REPEATABLE_FOR} after that. A token that was
     * replaced earlier, or whose successor was replaced too, ends its session: one of its two
     * holders has no right to it.
     *
     * @throws CmsException {@link ErrorCode#CREDENTIALS_WRONG} for what was never given out, is
     *     spent, too old, or belongs to a suspended user
     */
    @Transactional(dontRollbackOn = CmsException.class)
    public OpenedSession refresh(String refreshToken, Device device) {
        if (!SecretFormat.REFRESH_TOKEN.isWellFormed(refreshToken)) {
            throw noLongerValid();
        }
        var salt = successors.newSalt();
        var next = successors.of(refreshToken, salt);
        var family = familyHash(refreshToken);
        var hash = SecretFormat.sha256(refreshToken);
        var now = clock.instant();
        var rotated = sessions.rotate(family, hash, SecretFormat.sha256(next), salt, device, now, idleSince(now));
        var session = sessions.findByFamily(family).orElseThrow(Sessions::noLongerValid);
        var repeated = !rotated && isRepeatable(session, hash, now);
        if (!rotated && !repeated) {
            if (isAlive(session, now)) {
                audit.record(auditRecord(session, "reused", null));
            }
            remove(session);
            throw noLongerValid();
        }
        if (session.user().isSuspended()) {
            throw noLongerValid();
        }
        return new OpenedSession(session, repeated ? successors.of(refreshToken, session.successorSalt()) : next);
    }

    /**
     * Ends the session that a refresh token belongs to, spent or not; nothing happens for what was
     * never given out.
     */
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
     * As part of a change after which nobody may stay in.
     *
     * @param exceptId a session that goes on; null for none
     * @param byUserId who did it; null where no user did
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endAll(long userId, Long exceptId, Long byUserId) {
        var ended = exceptId == null
                ? sessions.delete("user.id = ?1", userId)
                : sessions.delete("user.id = ?1 and id <> ?2", userId, exceptId);
        if (ended > 0) {
            audit.record(new AuditRecord(byUserId, "user", userId, "sessions_ended", "person", ended + ""));
        }
        secrets.revokeAll(userId);
        events.accessChanged(userId);
    }

    /**
     * Ends those that were opened one way, as part of a change after which that way is closed.
     *
     * @param way as in {@link Session#way}
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void endThose(long userId, String way, Long byUserId) {
        if (sessions.delete("user.id = ?1 and way = ?2", userId, way) > 0) {
            audit.record(new AuditRecord(byUserId, "user", userId, "sessions_ended", "person", way));
        }
        events.accessChanged(userId);
    }

    /** The sessions of a user that go on, latest first, at most {@value #MAX_SHOWN}. */
    public Page<Session> of(long userId, Actor actor) {
        requireAccess(userId, actor);
        var now = clock.instant();
        return Page.whole(sessions.alive(userId, now, idleSince(now), MAX_SHOWN));
    }

    /** A session that goes on, with its user, who may be suspended. One statement. */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<Session> findAlive(long id) {
        return sessions.read(id).filter(session -> isAlive(session, clock.instant()));
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

    /** One's own by a sign-in, anybody's by who manages users. */
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

    /** Whether this is the hash of the token that was replaced last, and a moment ago. */
    private boolean isRepeatable(Session session, String hash, Instant now) {
        return hash.equals(session.previousHash())
                && isAlive(session, now)
                && now.isBefore(session.refreshedAt().plus(REPEATABLE_FOR));
    }

    private boolean isAlive(Session session, Instant now) {
        return session.expiresAt().isAfter(now) && session.refreshedAt().isAfter(idleSince(now));
    }

    private Instant idleSince(Instant now) {
        return now.minus(config.idle());
    }

    private static String familyHash(String refreshToken) {
        return SecretFormat.sha256(SecretFormat.familyOf(refreshToken));
    }

    private static CmsException noLongerValid() {
        return new CmsException(
                ErrorCode.CREDENTIALS_WRONG, "This refresh token is not valid (any more); sign in again.");
    }
}
