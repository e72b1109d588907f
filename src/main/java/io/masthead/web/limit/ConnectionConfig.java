package io.masthead.web.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What one client may take of connections. */
@ConfigMapping(prefix = "masthead.connections")
public interface ConnectionConfig {

    /**
     * More connections of one address at once are closed; of an IPv6 address the first 64 bits
     * count. Trusted proxies may have any number.
     */
    @WithDefault("256")
    int perClient();

    /** The headers of a request must have arrived within this time. */
    @WithDefault("15s")
    Duration headTime();
}
