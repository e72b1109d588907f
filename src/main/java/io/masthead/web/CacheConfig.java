package io.masthead.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long shared caches may serve public reads. */
@ConfigMapping(prefix = "masthead.cache")
interface CacheConfig {

    /** How long a CDN serves its copy before it asks again. */
    @WithDefault("60s")
    Duration sharedMaxAge();

    /** How long after that it may serve the old copy while it asks. */
    @WithDefault("300s")
    Duration staleWhileRevalidate();
}
