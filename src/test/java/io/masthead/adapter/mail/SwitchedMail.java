package io.masthead.adapter.mail;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;

/** The settings of mail for tests: a server that takes all, until a test takes it away. */
@Mock
@ApplicationScoped
public class SwitchedMail implements MailConfig {

    private volatile boolean on = true;

    /** From now on no server is named. */
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
