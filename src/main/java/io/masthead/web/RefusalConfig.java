package io.masthead.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How clients are refused that should try again later. */
@ConfigMapping(prefix = "masthead.refusals")
interface RefusalConfig {

    /** How long an answer with {@code Retry-After} is held back before it is sent. */
    @WithDefault("1s")
    Duration delay();
}
