package io.masthead.platform.encryption;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What secrets in the database are encrypted with. */
@ConfigMapping(prefix = "masthead.secrets")
interface SecretsConfig {

    /** At least 32 random characters, the same for every node. */
    Optional<String> key();

    /** Where the key is kept, and made by the first start, if none is given. */
    Optional<String> keyFile();
}
