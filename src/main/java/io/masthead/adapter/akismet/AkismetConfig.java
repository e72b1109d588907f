package io.masthead.adapter.akismet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Whether and where Akismet is asked. */
@ConfigMapping(prefix = "masthead.akismet")
public interface AkismetConfig {

    /** The key of the site's account; without one Akismet is not asked. */
    Optional<String> key();

    /** Where Akismet answers. */
    @WithDefault("https://rest.akismet.com")
    URI url();

    /** Each call is given up after this time, if its answer has not come as a whole. */
    @WithDefault("3s")
    Duration timeLimit();

    /** Tells Akismet that these are tests, which it does not learn from. */
    @WithDefault("false")
    boolean test();
}
