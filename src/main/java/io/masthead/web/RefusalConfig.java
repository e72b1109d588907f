package io.masthead.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How those are refused who shall come again later. */
@ConfigMapping(prefix = "masthead.refusals")
interface RefusalConfig {

    /** So long an answer with {@code Retry-After} waits before it is sent. */
    @WithDefault("1s")
    Duration delay();
}
