package io.masthead.user.social;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** By which other sites people sign in. The start checks have refused what makes no sense. */
@ConfigMapping(prefix = "masthead.social")
public interface SocialConfig {

    /** Where browsers reach Masthead; it is never taken from a request. */
    Optional<String> baseUrl();

    /** Where a sign-in may lead back to: origins, or exact URLs. */
    Optional<List<String>> returnTo();

    /** Whether somebody whom nobody knows here gets an account of a subscriber. */
    @WithDefault("true")
    boolean createAccounts();

    /** The sites by the names they have in URLs. */
    Map<String, Provider> providers();

    /** One of them. */
    interface Provider {

        /** What Masthead is called there. */
        Optional<String> clientId();

        /** What Masthead proves itself with there; not every site gives one out. */
        Optional<String> clientSecret();

        /** Where the site's OpenID Connect discovery document is found. */
        Optional<String> issuer();

        /** In place of an issuer: a site that is known by name. */
        Optional<String> preset();

        /** What is asked for there, in place of what the preset asks for. */
        Optional<List<String>> scopes();

        /** What people see on the button. */
        Optional<String> label();
    }
}
