package io.masthead.adapter.mail;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** By whom mails are sent, and from whom; how is told to Quarkus' mailer directly. */
@ConfigMapping(prefix = "masthead.mail")
public interface MailConfig {

    /** The mail server; without it nothing is sent. */
    Optional<String> host();

    /** Its port. */
    int port();

    /** Whether the connection must be encrypted: REQUIRED, OPTIONAL or DISABLED. */
    String startTls();

    /** Who logs in there. */
    Optional<String> username();

    /** With this password. */
    Optional<String> password();

    /** The sender; without it nothing is sent. */
    Optional<String> from();

    /** The page that asks for a new password; else one at the site's own address. */
    Optional<URI> resetUrl();
}
