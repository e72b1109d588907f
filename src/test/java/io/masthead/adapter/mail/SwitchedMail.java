package io.masthead.adapter.mail;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** Mail settings in tests: a server that accepts all mail, until a test removes it. */
@Mock
@ApplicationScoped
public class SwitchedMail implements MailConfig {

    private volatile boolean on = true;

    /** Removes the mail server. */
    public void off() {
        on = false;
    }

    public void on() {
        on = true;
    }

    @Override
    public Optional<String> host() {
        return on ? Optional.of("mail.example") : Optional.empty();
    }

    @Override
    public int port() {
        return 25;
    }

    @Override
    public String startTls() {
        return "DISABLED";
    }

    @Override
    public Optional<String> username() {
        return Optional.empty();
    }

    @Override
    public Optional<String> password() {
        return Optional.empty();
    }

    @Override
    public Optional<String> from() {
        return Optional.of("site@masthead.example");
    }

    @Override
    public Optional<URI> resetUrl() {
        return Optional.empty();
    }
}
