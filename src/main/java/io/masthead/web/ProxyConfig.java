package io.masthead.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Who stands before this server. */
@ConfigMapping(prefix = "masthead.proxies")
public interface ProxyConfig {

    /**
     * Addresses and networks of proxies, between commas. What they say of the client that they
     * forward is believed; without any, every client is whoever opened the connection.
     */
    Optional<List<String>> trusted();

    /**
     * The header in which they name it. Only this one is read: the other one may pass through them
     * as the client wrote it.
     */
    @WithDefault("x-forwarded-for")
    Header header();

    /** What proxies write. */
    enum Header {
        X_FORWARDED_FOR,
        /** RFC 7239. */
        FORWARDED
    }
}
