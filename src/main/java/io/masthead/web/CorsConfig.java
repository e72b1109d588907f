package io.masthead.web;

import io.smallrye.config.ConfigMapping;

import java.util.List;
import java.util.Optional;

/** Whose pages may call this server from a browser. */
@ConfigMapping(prefix = "masthead.cors")
interface CorsConfig {

    /**
     * Their origins, between commas, exactly as browsers send them; none, unless they are named.
     */
    Optional<List<String>> origins();
}
