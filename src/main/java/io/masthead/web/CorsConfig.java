package io.masthead.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Which sites may call this server from a browser. */
@ConfigMapping(prefix = "masthead.cors")
interface CorsConfig {

    /** Their origins, separated by commas, exactly as browsers send them; none by default. */
    Optional<List<String>> origins();

    /**
     * Lets those sites send cookies to {@code /api/v1/auth/*}, so that they can keep a session whose refresh
     * token no script can read. {@code /wp-json} allows credentials too, for clients that insist on it; cookies
     * authenticate nobody there.
     */
    @WithDefault("false")
    boolean credentials();
}
