package io.masthead.adapter.mail;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Mail server and sender; Quarkus' mailer reads the other settings directly. */
@ConfigMapping(prefix = "masthead.mail")
public interface MailConfig {

    /** The mail server; without it no mail is sent. */
    Optional<String> host();

    /** Its port. */
    int port();

    /** Whether the connection must be encrypted: REQUIRED, OPTIONAL or DISABLED. */
    String startTls();

    /** The user name at the server. */
    Optional<String> username();

    /** The password at the server. */
    Optional<String> password();

    /** The sender; without it no mail is sent. */
    Optional<String> from();

    /** The page for setting a new password; by default one below the URL of the site. */
    Optional<URI> resetUrl();
}
