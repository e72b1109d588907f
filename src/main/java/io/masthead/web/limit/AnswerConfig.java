package io.masthead.web.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits for clients that read slowly. */
@ConfigMapping(prefix = "masthead.answers")
public interface AnswerConfig {

    /**
     * The maximum of bytes in all responses that wait for their clients; beyond it the slowest clients are
     * disconnected.
     */
    @WithDefault("64M")
    MemorySize queued();

    /** A client that reads fewer bytes per second than this, while a response waits, is disconnected. */
    @WithDefault("4K")
    MemorySize rate();

    /** The period over which the rate is measured. */
    @WithDefault("10s")
    Duration patience();
}
