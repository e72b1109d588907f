package io.masthead.web;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** CORS in tests: off, until a test turns it on. */
@Mock
@ApplicationScoped
public class SwitchedCors implements CorsConfig {

    private volatile List<String> origins = List.of();
    private volatile boolean credentials;

    /** Allows pages of these origins. */
    public void on(String... allowed) {
        origins = List.of(allowed);
    }

    /** Also allows credentials, for surfaces that support them. */
    public void withCredentials() {
        credentials = true;
    }

    public void off() {
        origins = List.of();
        credentials = false;
    }

    @Override
    public Optional<List<String>> origins() {
        return origins.isEmpty() ? Optional.empty() : Optional.of(origins);
    }

    @Override
    public boolean credentials() {
        return credentials;
    }
}
