package io.masthead.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long public reads may be kept, by shared caches and by this node. */
@ConfigMapping(prefix = "masthead.cache")
public interface CacheConfig {

    /** How long a client uses its own copy before it asks again. */
    @WithDefault("0s")
    Duration maxAge();

    /** How long a CDN serves its copy before it asks again. */
    @WithDefault("60s")
    Duration sharedMaxAge();

    /** How long after that it may serve the old copy while it asks. */
    @WithDefault("300s")
    Duration staleWhileRevalidate();

    /** The memory for public responses that this node keeps; 0 keeps none. */
    @WithDefault("64M")
    MemorySize size();

    /**
     * With several nodes: if this node could not read the changes of the others for this long, it serves no
     * response from memory until it can. Longer than {@code masthead.events.poll-interval}.
     */
    @WithDefault("2s")
    Duration maxStale();

    /** Whether the header X-Cache says {@code hit} or {@code miss}. */
    @WithDefault("false")
    boolean showStatus();
}
