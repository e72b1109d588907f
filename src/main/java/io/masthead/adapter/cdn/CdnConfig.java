package io.masthead.adapter.cdn;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The CDN to purge: Fastly, Cloudflare, or any other by a URL; none if all three are absent. */
@ConfigMapping(prefix = "masthead.cdn")
public interface CdnConfig {

    /** The id of a service of Fastly. */
    Optional<String> fastlyService();

    /** The id of a zone of Cloudflare. */
    Optional<String> cloudflareZone();

    /** What receives purges; with a service or zone, the base URL of that API. */
    Optional<URI> url();

    /** The API token. */
    Optional<String> token();

    /** For how long changes are collected before they are purged together. */
    @WithDefault("300ms")
    Duration delay();

    /** A purge is repeated so long after its confirmation; never if zero. */
    @WithDefault("2s")
    Duration repeatAfter();

    /** The time limit of a purge, including the complete response. */
    @WithDefault("5s")
    Duration timeLimit();
}
