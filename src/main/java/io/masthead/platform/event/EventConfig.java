package io.masthead.platform.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How events are delivered and kept. */
@ConfigMapping(prefix = "masthead.events")
interface EventConfig {

    /** How often a node looks for what other nodes have published, where nothing wakes it. */
    @WithDefault("1s")
    Duration pollInterval();

    /** Events older than this are deleted, unless a consumer has still to read them. */
    @WithDefault("7d")
    Duration retention();
}
