package io.masthead.platform.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Delivery and retention of events. */
@ConfigMapping(prefix = "masthead.events")
public interface EventConfig {

    /** How often a node polls for events of other nodes, in addition to notifications. */
    @WithDefault("1s")
    Duration pollInterval();

    /** Older events are deleted once all consumers have read them. */
    @WithDefault("7d")
    Duration retention();
}
