package io.masthead.user.credential;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** The password hash formats that are accepted, and the one that new hashes use. */
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

    /** An Argon2id hash at the configured cost. */
    String hash(String password) {
        return Argon2Hash.of(password, cost).toString();
    }

    /** Whether the hash, in any format, matches the password. */
    boolean matches(String stored, String password) {
        return Argon2Hash.parse(stored)
                .<PasswordHash>map(hash -> hash)
                .or(() -> WordPressHash.parse(stored))
                .map(hash -> hash.matches(password))
                .orElse(false);
    }

    /** Whether it is as expensive as configured. */
    boolean isCurrent(String stored) {
        return Argon2Hash.parse(stored)
                .filter(hash -> hash.cost().reaches(cost))
                .isPresent();
    }
}
