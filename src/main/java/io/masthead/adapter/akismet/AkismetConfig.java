package io.masthead.adapter.akismet;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Access to Akismet. */
@ConfigMapping(prefix = "masthead.akismet")
public interface AkismetConfig {

    /** The key of the site's account; without one Akismet is not used. */
    Optional<String> key();

    /** The base URL of Akismet. */
    @WithDefault("https://rest.akismet.com")
    URI url();

    /** The time limit of a call, including the complete response. */
    @WithDefault("3s")
    Duration timeLimit();

    /** Marks calls as tests, from which Akismet does not learn. */
    @WithDefault("false")
    boolean test();
}
