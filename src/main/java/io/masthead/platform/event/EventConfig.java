package io.masthead.platform.event;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long events are kept. */
@ConfigMapping(prefix = "masthead.events")
interface EventConfig {

    /** Events older than this are deleted, unless a consumer has still to read them. */
    @WithDefault("7d")
    Duration retention();
}
