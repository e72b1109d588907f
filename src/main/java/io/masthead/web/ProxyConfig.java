package io.masthead.web;

import io.smallrye.config.ConfigMapping;

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
}
