package io.masthead.platform.db;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** When a database that does not answer counts as gone. */
@ConfigMapping(prefix = "masthead.db.watch")
interface DatabaseWatchConfig {

    /** After this time the process ends; with 0 it waits for ever. */
    @WithDefault("15m")
    Duration giveUpAfter();
}
