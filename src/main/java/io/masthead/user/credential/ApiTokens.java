package io.masthead.user.credential;

import io.masthead.kernel.Actor;
import io.masthead.kernel.CmsException;
import io.masthead.kernel.ErrorCode;
import io.masthead.kernel.Scope;
import io.masthead.kernel.Violations;
import io.masthead.user.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Issues tokens and finds the owner of a token. */
@ApplicationScoped
@Transactional
public class ApiTokens {

    private static final Duration LONGEST = Duration.ofDays(3_653);

    private final ApiTokenRepository tokens;
    private final OwnedTokens owned;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, OwnedTokens owned, Clock clock) {
        this.tokens = tokens;
        this.owned = owned;
        this.clock = clock;
    }

    /**
     * A token with its owner, valid or not. One statement; none for text that is not a token.
     *
     * @param token may be null
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<ApiToken> find(TokenKind kind, String token) {
        return kind.format().isWellFormed(token)
                ? tokens.findByHash(kind, SecretFormat.sha256(token))
                : Optional.empty();
    }

    /**
     * Issues an API token to a user; the caller must have signed in.
     *
     * @throws CmsException {@link ErrorCode#SCOPE_MISSING} for a caller with a token, {@link
     *     ErrorCode#VALIDATION_FAILED} for a field, or if the user already has {@value OwnedTokens#MAX_OWNED}
     */
    public IssuedToken issue(long ownerId, NewToken wanted, Actor actor) {
        owned.requireIssue(ownerId, actor);
        check(wanted);
        return owned.add(TokenKind.API_TOKEN, ownerId, wanted, token -> {}, actor);
    }

    /** The API tokens of a user, latest first, including expired ones. */
    public List<TokenView> of(long ownerId, Actor actor) {
        return owned.of(TokenKind.API_TOKEN, ownerId, actor);
    }

    /**
     * Makes the token invalid at once.
     *
     * @throws CmsException {@link ErrorCode#CREDENTIAL_NOT_FOUND}
     */
    public void revoke(long ownerId, long tokenId, Actor actor) {
        owned.requireAccess(ownerId, actor);
        owned.revoke(tokens.findOwned(TokenKind.API_TOKEN, ownerId, tokenId), "There is no such token.", actor);
    }

    void recordUse(long id, Instant at, String address) {
        tokens.recordUse(id, at, address);
    }

    /** Stores the token of the first start, which has the rights of a signed-in user. */
    @Transactional(Transactional.TxType.MANDATORY)
    void storeFirstToken(User user, String token) {
        var wanted = new NewToken("First start", List.of(Scope.values()), null);
        tokens.persistAndFlush(new ApiToken(TokenKind.API_TOKEN, user, wanted, token, clock.instant()));
    }

    /**
     * Replaces the token of the first start, for an operator who has access to the database and has lost that
     * token.
     *
     * @return the new token, of which only the hash is stored
     * @throws CmsException {@link ErrorCode#USER_NOT_FOUND} if the first administrator was deleted
     */
    public String replaceFirstToken(Actor operator) {
        var owner = tokens.lockOwner(User.FIRST_ADMINISTRATOR)
                .orElseThrow(() -> new CmsException(
                        ErrorCode.USER_NOT_FOUND,
                        "The first administrator was deleted; another" + " administrator can create tokens."));
        owned.revokeSignInTokens(owner.id(), operator);
        var token = SecretFormat.API_TOKEN.generate();
        storeFirstToken(owner, token);
        return token;
    }

    private void check(NewToken wanted) {
        var violations = new Violations();
        violations.requiredText("name", wanted.name(), OwnedTokens.MAX_NAME);
        violations.require(
                !wanted.scopes().isEmpty(),
                "scopes",
                "required",
                "A token needs at least one scope; the scopes are: " + grantable() + ".");
        checkScopes(wanted.scopes(), violations);
        var now = clock.instant();
        var end = wanted.expiresAt();
        violations.require(
                end == null || (end.isAfter(now) && !end.isAfter(now.plus(LONGEST))),
                "expiresAt",
                "out_of_range",
                "'expiresAt' must be in the future, at most 10 years ahead.");
        violations.throwIfAny();
    }

    private static void checkScopes(List<Scope> scopes, Violations violations) {
        if (scopes.size() > Scope.values().length) {
            violations.add("scopes", "too_many", "'scopes' has more entries than there are scopes.");
            return;
        }
        var seen = new HashSet<Scope>();
        for (int i = 0; i < scopes.size(); i++) {
            var scope = scopes.get(i);
            if (scope == null || !scope.isGrantable()) {
                violations.add(
                        "scopes/" + i, "not_in_enum", "'scopes/%d' must be one of %s.".formatted(i, grantable()));
            } else if (!seen.add(scope)) {
                violations.add("scopes/" + i, "repeated", "The scope %s is listed twice.".formatted(scope.word()));
            }
        }
    }

    private static String grantable() {
        return Scope.grantable().stream().map(Scope::word).collect(Collectors.joining(", "));
    }
}
