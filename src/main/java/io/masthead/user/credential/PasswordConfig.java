package io.masthead.user.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The cost of a password hash. If it rises, each hash is replaced at the user's next sign-in. */
@ConfigMapping(prefix = "masthead.passwords")
interface PasswordConfig {

    /** Memory in KiB that each password check uses. */
    @WithDefault("19456")
    int memory();

    /** Passes over that memory. */
    @WithDefault("2")
    int iterations();
}
