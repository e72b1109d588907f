package io.masthead.media.fetch;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;

/** Whether files are fetched in tests: off, as it is by default, until a test turns it on. */
@Mock
@ApplicationScoped
public class SwitchedFetch implements FetchConfig {

    private volatile boolean on;

    public void on() {
        on = true;
    }

    public void off() {
        on = false;
    }

    @Override
    public boolean fetch() {
        return on;
    }
}
