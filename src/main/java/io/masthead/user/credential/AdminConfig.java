package io.masthead.user.credential;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** How the first administrator signs in. */
@ConfigMapping(prefix = "masthead.admin")
public interface AdminConfig {

    /**
     * The token of the first administrator, made by {@code token generate}. Without it the first start
     * generates one and prints it. Later starts ignore it.
     */
    Optional<String> token();
}
