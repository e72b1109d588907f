package io.masthead.platform.lane;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** Limits for searches and other costly reads. */
@ConfigMapping(prefix = "masthead.costly-reads")
interface CostlyReadConfig {

    /** How many run at once; each uses a database connection. By default one core is kept free of them. */
    OptionalInt atOnce();

    /** How many more may wait; each occupies a thread. */
    @WithDefault("32")
    int waiting();

    /** How long they wait. */
    @WithDefault("5s")
    Duration patience();

    /** The time limit of their database statements. */
    @WithDefault("10s")
    Duration timeLimit();
}
