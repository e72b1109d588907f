package io.masthead.web.limit;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long bodies of requests may take, and how much of them may wait. */
@ConfigMapping(prefix = "masthead.bodies")
public interface BodyConfig {

    /** A body must have arrived within this time; an import file is measured as often. */
    @WithDefault("15s")
    Duration time();

    /** An import file must arrive at this many bytes a second, or faster. */
    @WithDefault("16K")
    MemorySize uploadRate();

    /**
     * Bodies over 64 KB wait in files until they are complete. All of them together may have this
     * many bytes, import files apart; then further ones are refused for a while.
     */
    @WithDefault("256M")
    MemorySize waiting();
}
