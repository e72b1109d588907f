package io.masthead.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether browsers are told to come by TLS only (RFC 6797). */
@ConfigMapping(prefix = "masthead.hsts")
interface HstsConfig {

    /**
     * For this long after an answer browsers refuse to reach the host without TLS; {@code 0s}: no
     * such header. Turn it on where all of the host is behind TLS, since it cannot be taken back.
     */
    @WithDefault("0s")
    Duration maxAge();
}
