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

    /** From now on pages of these origins may call. */
    public void on(String... allowed) {
        origins = List.of(allowed);
    }

    public void off() {
        origins = List.of();
    }

    @Override
    public Optional<List<String>> origins() {
        return origins.isEmpty() ? Optional.empty() : Optional.of(origins);
    }
}
