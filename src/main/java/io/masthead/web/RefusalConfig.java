package io.masthead.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clients are refused that should try again later. */
@ConfigMapping(prefix = "masthead.refusals")
interface RefusalConfig {

    /** How long a response with {@code Retry-After} is delayed. */
    @WithDefault("1s")
    Duration delay();
}
