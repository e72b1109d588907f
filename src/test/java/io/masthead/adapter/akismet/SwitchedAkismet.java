package io.masthead.adapter.akismet;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Akismet's settings in tests: off, until a test turns it on. */
@Mock
@ApplicationScoped
public class SwitchedAkismet implements AkismetConfig {

    static final String KEY = "key-0123456789ab";

    private static final Duration USUAL = Duration.ofSeconds(3);

    private volatile URI url = URI.create("http://127.0.0.1:1");
    private volatile Duration timeLimit = USUAL;
    private volatile boolean on;

    /** Uses Akismet at this URL. */
    public void on(String where) {
        url = URI.create(where);
        on = true;
    }

    /** Until it is turned off. */
    void giveUpAfter(Duration time) {
        timeLimit = time;
    }

    public void off() {
        on = false;
        timeLimit = USUAL;
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
    public Duration timeLimit() {
        return timeLimit;
    }

    @Override
    public boolean test() {
        return true;
    }
}
