package io.masthead.setting;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The URL of the server in tests: that of the site, until a test sets another one. */
@Mock
@ApplicationScoped
public class SwitchedApiUrl implements ApiConfig {

    private volatile String url;

    /** @param other null for that of the site */
    public void set(String other) {
        url = other;
    }

    @Override
    public Optional<String> url() {
        return Optional.ofNullable(url);
    }
}
