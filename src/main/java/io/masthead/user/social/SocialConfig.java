package io.masthead.user.social;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The other sites that users can sign in with. Invalid combinations are refused at the start. */
@ConfigMapping(prefix = "masthead.social")
public interface SocialConfig {

    /** The public URL of Masthead; it is never taken from a request. */
    Optional<String> baseUrl();

    /** Where a sign-in may redirect to: origins, or exact URLs. */
    Optional<List<String>> returnTo();

    /** Whether an unknown person gets an account as subscriber. */
    @WithDefault("true")
    boolean createAccounts();

    /** The sites by their names in URLs. */
    Map<String, Provider> providers();

    /** A site. */
    interface Provider {

        /** The client id at the site. */
        Optional<String> clientId();

        /** The client secret at the site; not every site issues one. */
        Optional<String> clientSecret();

        /** The issuer, whose OpenID Connect discovery document is read. */
        Optional<String> issuer();

        /** A site known by name, in place of an issuer. */
        Optional<String> preset();

        /** The scopes to request, in place of the preset's. */
        Optional<List<String>> scopes();

        /** The label of the button. */
        Optional<String> label();
    }
}
