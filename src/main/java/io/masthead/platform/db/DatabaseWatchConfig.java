package io.masthead.platform.db;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When an unavailable database counts as gone. */
@ConfigMapping(prefix = "masthead.db.watch")
interface DatabaseWatchConfig {

    /** The process ends after this time; with 0 it waits for ever. */
    @WithDefault("15m")
    Duration giveUpAfter();
}
