package io.masthead.platform.lane;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.OptionalInt;

/** How much of the server searches and other costly reads may take. */
@ConfigMapping(prefix = "masthead.costly-reads")
interface CostlyReadConfig {

    /** So many at once; each takes a database connection. Else one core is left free of them. */
    OptionalInt atOnce();

    /** So many more wait for their turn; each takes a thread. */
    @WithDefault("32")
    int waiting();

    /** So long they wait. */
    @WithDefault("5s")
    Duration patience();

    /** What takes longer in the database is given up. */
    @WithDefault("10s")
    Duration timeLimit();
}
