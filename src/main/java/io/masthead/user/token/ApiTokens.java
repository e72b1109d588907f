package io.masthead.user;

import io.masthead.kernel.Actor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import java.time.Clock;
import java.util.Optional;

/** Issues tokens and tells whose one is. */
@ApplicationScoped
public class TokenService {

    private final ApiTokenRepository tokens;
    private final Clock clock;

    TokenService(ApiTokenRepository tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * The caller whom a token stands for, with the powers of the user's present role; empty if it
     * was never issued. What is not a token at all is refused without a look into the database.
     *
     * @param token may be null
     */
    @Transactional
    public Optional<Actor> authenticate(String token) {
        return TokenFormat.isWellFormed(token)
                ? tokens.ownerOf(TokenFormat.sha256(token)).map(User::asActor)
                : Optional.empty();
    }

    /** Lets a well-formed token stand for a user from now on; only its hash is stored. */
    @Transactional(Transactional.TxType.MANDATORY)
    void store(User user, String name, String token) {
        tokens.persist(new ApiToken(user, name, TokenFormat.sha256(token), clock.instant()));
    }
}
