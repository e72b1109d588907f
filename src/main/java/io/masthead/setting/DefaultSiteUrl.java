package io.masthead.setting;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The default URL of the site: this machine with the configured port. */
@Singleton
class DefaultSiteUrl {

    private final String url;

    DefaultSiteUrl(@ConfigProperty(name = "masthead.http.port") int port) {
        this.url = "http://localhost:" + port;
    }

    String url() {
        return url;
    }
}
