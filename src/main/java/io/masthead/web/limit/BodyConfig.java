package io.masthead.web.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Limits for the time and size of request bodies. */
@ConfigMapping(prefix = "masthead.bodies")
public interface BodyConfig {

    /** A body must arrive within this time; the rate of an import file is measured over it. */
    @WithDefault("15s")
    Duration time();

    /** The minimum rate of an import file, in bytes per second. */
    @WithDefault("16K")
    MemorySize uploadRate();

    /**
     * Bodies over 64 KB are spooled to files until they are complete. This is the maximum for all of them
     * together, without import files; further ones are refused for a while.
     */
    @WithDefault("256M")
    MemorySize waiting();
}
