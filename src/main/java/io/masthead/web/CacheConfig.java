package io.masthead.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long shared caches may answer public reads for us. */
@ConfigMapping(prefix = "masthead.cache")
interface CacheConfig {

    /** A CDN answers from its copy for this long before it asks again. */
    @WithDefault("60s")
    Duration sharedMaxAge();

    /** After that it may answer from the old copy for this long while it asks. */
    @WithDefault("300s")
    Duration staleWhileRevalidate();
}
