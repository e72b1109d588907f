package io.masthead.web;

import jakarta.inject.Singleton;
import java.util.List;

/** Decides which other origins may use the cookies of this server. */
@Singleton
public class CookieOrigins {

    private final CorsConfig config;

    CookieOrigins(CorsConfig config) {
        this.config = config;
    }

    /** @param origin sent by the browser; null for none */
    public boolean include(String origin) {
        return origin != null
                && config.credentials()
                && config.origins().orElse(List.of()).contains(origin);
    }
}
