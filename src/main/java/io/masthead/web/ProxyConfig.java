package io.masthead.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** The proxies in front of this server. */
@ConfigMapping(prefix = "masthead.proxies")
public interface ProxyConfig {

    /**
     * Addresses and networks of trusted proxies, separated by commas. Their statements about clients are
     * believed; without any, the client is the peer of the connection.
     */
    Optional<List<String>> trusted();

    /**
     * The header in which they name the client. Only this one is read, since proxies may pass the other one on
     * as the client wrote it.
     */
    @WithDefault("x-forwarded-for")
    Header header();

    /** The supported headers. */
    enum Header {
        X_FORWARDED_FOR,
        /** RFC 7239. */
        FORWARDED
    }
}
