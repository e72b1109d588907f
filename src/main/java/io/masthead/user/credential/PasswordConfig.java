package io.masthead.user.credential;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What it costs to try a password. Where this rises, hashes are made anew at the next sign-in. */
@ConfigMapping(prefix = "masthead.passwords")
interface PasswordConfig {

    /** Each password that is checked takes this much memory, in KiB. */
    @WithDefault("19456")
    int memory();

    /** And goes over it this often. */
    @WithDefault("2")
    int iterations();
}
