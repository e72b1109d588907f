package io.masthead.web.limit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits for the connections of one client. */
@ConfigMapping(prefix = "masthead.connections")
public interface ConnectionConfig {

    /**
     * Further connections from one address are closed; of an IPv6 address the first 64 bits count. Trusted
     * proxies have no limit.
     */
    @WithDefault("256")
    int perClient();

    /** The headers of a request must arrive within this time. */
    @WithDefault("15s")
    Duration headTime();
}
