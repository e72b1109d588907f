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
     * Tells browsers that those pages may send along what the browser keeps for this site, on the
     * surfaces whose clients insist on it. Nothing that a browser keeps signs anybody in there.
     */
    @WithDefault("false")
    boolean credentials();
}
