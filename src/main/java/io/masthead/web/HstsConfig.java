package io.masthead.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Whether browsers are told to use TLS only (RFC 6797). */
@ConfigMapping(prefix = "masthead.hsts")
interface HstsConfig {

    /**
     * How long browsers refuse to use the host without TLS after a response; {@code 0s} sends no header. Turn
     * it on only if all of the host uses TLS, since it cannot be revoked.
     */
    @WithDefault("0s")
    Duration maxAge();
}
