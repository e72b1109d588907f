package io.masthead.setting;

import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address of the site as long as nobody has set one: this machine at the port it listens on.
 */
@Singleton
class OwnAddress {

    private final String url;

    OwnAddress(@ConfigProperty(name = "masthead.http.port") int port) {
        this.url = "http://localhost:" + port;
    }

    String url() {
        return url;
    }
}
