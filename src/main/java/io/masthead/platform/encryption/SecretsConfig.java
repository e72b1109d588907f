package io.masthead.platform.encryption;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The key for secrets in the database. */
@ConfigMapping(prefix = "masthead.secrets")
interface SecretsConfig {

    /** At least 32 random characters, the same on every node. */
    Optional<String> key();

    /** The file of the key, which the first start creates if no key is given. */
    Optional<String> keyFile();
}
