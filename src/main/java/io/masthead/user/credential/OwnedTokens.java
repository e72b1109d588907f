package io.masthead.user.credential;

import io.masthead.kernel.Actor;
import io.masthead.kernel.Capability;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.FieldError;
import io.masthead.kernel.Scope;
import io.masthead.platform.audit.AuditRecord;
import io.masthead.platform.audit.AuditTrail;
import io.masthead.user.UserEvents;
import io.masthead.user.UserService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What all kinds of tokens share: who may manage them, how many a user may have, and what is audited. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class OwnedTokens {

    /** The maximum per user and kind. */
    static final int MAX_OWNED = 100;

    public static final int MAX_NAME = 200;

    private static final int MAX_REASON = 200;

    private final ApiTokenRepository tokens;
    private final UserService users;
    private final AuditTrail audit;
    private final UserEvents events;
    private final Clock clock;

    OwnedTokens(ApiTokenRepository tokens, UserService users, AuditTrail audit, UserEvents events, Clock clock) {
        this.tokens = tokens;
        this.users = users;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    static boolean hasAccess(long ownerId, Actor actor) {
        return actor.is(ownerId)
                ? actor.scopes().contains(Scope.ACCOUNT)
                : actor.can(Capability.EDIT_USERS) && actor.scopes().contains(Scope.USERS_WRITE);
    }

    /** Allows users to manage their own after a sign-in, and callers who manage users. */
    void requireAccess(long ownerId, Actor actor) {
        if (actor.is(ownerId)) {
            actor.require(Scope.ACCOUNT);
        } else {
            actor.require(Capability.EDIT_USERS, Scope.USERS_WRITE, "manage the credentials of others");
        }
    }

    /** As {@link #requireAccess}; the caller must always have signed in. */
    void requireIssue(long ownerId, Actor actor) {
        requireAccess(ownerId, actor);
        // A token that could issue another one would outlive its own revocation.
        actor.require(Scope.ACCOUNT);
    }

    /**
     * Adds a token that has been checked.
     *
     * @param mark sets the fields that only this kind has
     */
    IssuedToken add(TokenKind kind, long ownerId, NewToken wanted, Consumer<ApiToken> mark, Actor actor) {
        // Locked, so that two concurrent requests do not exceed the maximum.
        var owner = tokens.lockOwner(ownerId).orElseThrow(OwnedTokens::noOwner);
        if (tokens.countOwned(kind, ownerId) >= MAX_OWNED) {
            throw tooMany();
        }
        var secret = kind.format().generate();
        var token = new ApiToken(kind, owner, wanted, secret, clock.instant());
        mark.accept(token);
        tokens.persistAndFlush(token);
        record(token, "created", actor);
        return new IssuedToken(token, secret);
    }

    /** Latest first. */
    List<TokenView> of(TokenKind kind, long ownerId, Actor actor) {
        requireAccess(ownerId, actor);
        if (users.find(ownerId).isEmpty()) {
            throw noOwner();
        }
        var now = clock.instant();
        return tokens.owned(kind, ownerId, MAX_OWNED).stream()
                .map(token -> new TokenView(
                        token, token.expiresAt() != null && !token.expiresAt().isAfter(now)))
                .toList();
    }

    /**
     * @param found the token to revoke, if it belongs to this owner
     * @throws CmsException {@link ErrorCode#CREDENTIAL_NOT_FOUND} with this message
     */
    void revoke(Optional<ApiToken> found, String notFound, Actor actor) {
        var token = found.orElseThrow(() -> new CmsException(ErrorCode.CREDENTIAL_NOT_FOUND, notFound));
        remove(token, actor);
        events.accessChanged(token.user().id());
    }

    /** Returns how many there were. */
    int revokeAll(TokenKind kind, long ownerId, Actor actor) {
        var all = tokens.owned(kind, ownerId, Integer.MAX_VALUE);
        all.forEach(token -> remove(token, actor));
        events.accessChanged(ownerId);
        return all.size();
    }

    /** Revokes the API tokens with the rights of a signed-in user, such as the one of the first start. */
    void revokeSignInTokens(long ownerId, Actor actor) {
        tokens.owned(TokenKind.API_TOKEN, ownerId, Integer.MAX_VALUE).stream()
                .filter(token -> token.scopes().contains(Scope.ACCOUNT))
                .forEach(token -> remove(token, actor));
        events.accessChanged(ownerId);
    }

    private void remove(ApiToken token, Actor actor) {
        record(token, "revoked", actor);
        tokens.delete(token);
    }

    private void record(ApiToken token, String what, Actor actor) {
        var noun = switch (token.kind()) {
            case API_TOKEN -> "token";
            case APPLICATION_PASSWORD -> "application_password";
        };
        audit.record(new AuditRecord(
                actor.userId(), "user", token.user().id(), noun + "_" + what, "person", cut(token.name())));
    }

    private static String cut(String name) {
        if (name.length() <= MAX_REASON) {
            return name;
        }
        var splits = Character.isHighSurrogate(name.charAt(MAX_REASON - 1));
        return name.substring(0, splits ? MAX_REASON - 1 : MAX_REASON);
    }

    private static CmsException noOwner() {
        return new CmsException(ErrorCode.USER_NOT_FOUND, "There is no such user.");
    }

    private static CmsException tooMany() {
        var detail =
                "A user can have at most %d of these; delete one that you no longer use first.".formatted(MAX_OWNED);
        return new CmsException(ErrorCode.VALIDATION_FAILED, detail, List.of(new FieldError("", "too_many", detail)));
    }
}
