package io.masthead.akismet;

import io.quarkus.test.Mock;

import jakarta.enterprise.context.ApplicationScoped;

import java.net.URI;
import java.util.Optional;

/** Akismet's settings for tests: off, until a test turns it on. */
@Mock
@ApplicationScoped
public class SwitchedAkismet implements AkismetConfig {

    static final String KEY = "key-0123456789ab";

    private volatile URI url = URI.create("http://127.0.0.1:1");
    private volatile boolean on;

    /** From now on Akismet is asked there. */
    public void on(String where) {
        url = URI.create(where);
        on = true;
    }

    public void off() {
        on = false;
    }

    @Override
    public Optional<String> key() {
        return on ? Optional.of(KEY) : Optional.empty();
    }

    @Override
    public URI url() {
        return url;
    }

    @Override
    public boolean test() {
        return true;
    }
}
