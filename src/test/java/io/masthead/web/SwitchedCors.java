package io.masthead.web;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** CORS for tests: off, until a test turns it on. */
@Mock
@ApplicationScoped
public class SwitchedCors implements CorsConfig {

    private volatile List<String> origins = List.of();
    private volatile boolean credentials;

    /** From now on pages of these origins may call. */
    public void on(String... allowed) {
        origins = List.of(allowed);
    }

    /** From now on they may send credentials too, where a surface knows of that. */
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
