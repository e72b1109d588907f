package io.masthead.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Whose pages may call this server from a browser. */
@ConfigMapping(prefix = "masthead.cors")
interface CorsConfig {

    /**
     * Their origins, between commas, exactly as browsers send them; none, unless they are named.
     */
    Optional<List<String>> origins();

    /**
     * Lets those pages send cookies to {@code /api/v1/auth/*}, so that they can keep a session
     * whose refresh token no script reads. {@code /wp-json} is marked too, for clients that insist
     * on it; no cookie signs anybody in there.
     */
    @WithDefault("false")
    boolean credentials();
}
