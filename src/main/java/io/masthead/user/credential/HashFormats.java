package io.masthead.user.credential;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Which forms of hashes there are, and which one is made. */
@Singleton
class HashFormats {

    private final Argon2Cost cost;

    @Inject
    HashFormats(PasswordConfig config) {
        this(new Argon2Cost(config.memory(), config.iterations()));
    }

    HashFormats(Argon2Cost cost) {
        this.cost = cost;
    }

    /** An Argon2id hash at the cost that is set. */
    String make(String password) {
        return Argon2Hash.of(password, cost).toString();
    }

    /** Whether the hash, of whichever form, was made of the password. */
    boolean matches(String stored, String password) {
        return Argon2Hash.parse(stored)
                .<PasswordHash>map(hash -> hash)
                .or(() -> WordPressHash.parse(stored))
                .map(hash -> hash.matches(password))
                .orElse(false);
    }

    /** Whether comparing with it costs as much as is set. */
    boolean isCurrent(String stored) {
        return Argon2Hash.parse(stored)
                .filter(hash -> hash.cost().reaches(cost))
                .isPresent();
    }
}
