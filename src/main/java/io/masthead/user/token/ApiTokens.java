package io.masthead.user.token;

import io.masthead.kernel.Scope;
import io.masthead.user.User;
import io.masthead.user.secret.SecretFormat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;

/** Issues tokens and tells whose one is. */
@ApplicationScoped
@Transactional
public class ApiTokens {

    private final ApiTokenRepository tokens;
    private final Clock clock;

    ApiTokens(ApiTokenRepository tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * A token with its owner, whether it still serves or not. One statement, and none for what is
     * no token at all.
     *
     * @param token may be null
     */
    @Transactional(Transactional.TxType.SUPPORTS)
    public Optional<ApiToken> find(TokenKind kind, String token) {
        return kind.format().isWellFormed(token)
                ? tokens.findByHash(kind, SecretFormat.sha256(token))
                : Optional.empty();
    }

    void recordUse(long id, Instant at, String address) {
        tokens.recordUse(id, at, address);
    }

    /** Lets the token of the first start stand for a user, as if the user had signed in. */
    @Transactional(Transactional.TxType.MANDATORY)
    void storeFirst(User user, String token) {
        var wanted = new NewToken("First start", EnumSet.allOf(Scope.class), null);
        tokens.persistAndFlush(
                new ApiToken(TokenKind.API_TOKEN, user, wanted, token, clock.instant()));
    }
}
