package io.masthead.user.session;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.masthead.platform.event.ContentChanged;
import io.masthead.platform.event.NodeListener;
import io.masthead.platform.event.Subject;
import io.masthead.user.User;
import io.masthead.user.credential.ApiToken;
import io.masthead.user.credential.ApiTokens;
import io.masthead.user.credential.SecretFormat;
import io.masthead.user.credential.TokenKind;
import io.masthead.user.credential.TokenUse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Finds the owner of a credential, mostly from memory: one statement reads a token or session with its user,
 * and the result is kept for {@link #KEPT}. Changes on this node take effect at once, those on another node
 * within a second. Writes always read anew, so that a user who has just been suspended cannot write.
 */
@Singleton
public class CredentialCache implements NodeListener {

    static final Duration KEPT = Duration.ofSeconds(5);

    private static final int MAX_KEPT = 10_000;

    /** A credential as it was read; the user's state or the expiry may still make it invalid. */
    private record Known(User user, ApiToken token, Long sessionId, Instant expiresAt) {}

    /** Part of each cache key: entries read before the last change are never looked up again. */
    private final AtomicLong changes = new AtomicLong();

    private final Cache<String, Known> known;
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final TokenUse use;
    private final Clock clock;

    CredentialCache(ApiTokens tokens, Sessions sessions, TokenUse use, Clock clock) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.use = use;
        this.clock = clock;
        this.known = Caffeine.newBuilder()
                .maximumSize(MAX_KEPT)
                .expireAfterWrite(KEPT)
                .ticker(() -> nanos(clock.instant()))
                .build();
    }

    /**
     * @param address the client's network address
     * @param fresh whether to bypass the cache
     * @return empty if it was never issued, is revoked, or has expired
     */
    public Optional<Caller> byApiToken(String token, String address, boolean fresh) {
        return byToken(TokenKind.API_TOKEN, token, fresh).map(found -> caller(found, address));
    }

    /**
     * @param login the login or the e-mail address of the token's owner; case-insensitive
     * @param password as WordPress shows it, with any separators
     */
    public Optional<Caller> byApplicationPassword(String login, String password, String address, boolean fresh) {
        var key = User.key(login);
        return byToken(TokenKind.APPLICATION_PASSWORD, SecretFormat.lettersAndDigits(password), fresh)
                .filter(found -> key.equals(found.user().loginKey())
                        || key.equals(found.user().emailKey()))
                .map(found -> caller(found, address));
    }

    public Optional<Caller> bySession(long id, boolean fresh) {
        return lookUp(
                        "session/" + id,
                        fresh,
                        () -> sessions.findActive(id)
                                .map(session -> new Known(session.user(), null, id, session.expiresAt()))
                                .orElse(null))
                .map(found -> new Caller(found.user().asActor(), id, null));
    }

    @Override
    public void changed(ContentChanged change) {
        if (change.subject() != Subject.CREDENTIAL) {
            return;
        }
        // All entries: access rarely changes, and the entries of one user are not indexed. A new key, unlike
        // clearing, also covers a read that is in progress.
        changes.incrementAndGet();
    }

    private Optional<Known> byToken(TokenKind kind, String token, boolean fresh) {
        if (!kind.format().isWellFormed(token)) {
            return Optional.empty();
        }
        return lookUp(
                kind + "/" + SecretFormat.sha256(token),
                fresh,
                () -> tokens.find(kind, token)
                        .map(found -> new Known(found.user(), found, null, found.expiresAt()))
                        .orElse(null));
    }

    private Optional<Known> lookUp(String name, boolean fresh, Supplier<Known> read) {
        var key = changes.get() + "/" + name;
        if (fresh) {
            known.invalidate(key);
        }
        // Misses are not cached, so that guesses do not fill the memory.
        return Optional.ofNullable(known.get(key, missing -> read.get()))
                .filter(found -> !found.user().isSuspended())
                .filter(found -> found.expiresAt() == null || found.expiresAt().isAfter(clock.instant()));
    }

    private Caller caller(Known found, String address) {
        use.record(found.token(), address);
        return new Caller(
                found.user().asActor().within(found.token().scopes()),
                null,
                found.token().id());
    }

    private static long nanos(Instant now) {
        return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }
}
