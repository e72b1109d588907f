package io.masthead.auth.oidc;

import io.masthead.user.social.SocialConfig;
import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The settings of other sites in tests: none, until a test configures some. */
@Mock
@ApplicationScoped
public class SwitchedSites implements SocialConfig {

    public static final String BASE = "https://cms.example";
    public static final String EXACT = "https://news.example/signed-in?from=cms";
    public static final String ORIGIN = "https://blog.example";
    public static final String CLIENT = "masthead-client";
    public static final String SECRET = "s3cret-of-masthead!";

    private final Map<String, Provider> providers = new ConcurrentHashMap<>();
    private volatile boolean createAccounts = true;

    /** A site with OpenID Connect. */
    public void add(String name, String issuer) {
        providers.put(name, new Site(Optional.of(issuer), Optional.empty()));
    }

    /** A site known by name. */
    public void addPreset(String name, String preset) {
        providers.put(name, new Site(Optional.empty(), Optional.of(preset)));
    }

    public void letNobodyNewIn() {
        createAccounts = false;
    }

    public void putBack() {
        providers.clear();
        createAccounts = true;
    }

    @Override
    public Optional<String> baseUrl() {
        return Optional.of(BASE + "/");
    }

    @Override
    public Optional<List<String>> returnTo() {
        return Optional.of(List.of(EXACT, ORIGIN));
    }

    @Override
    public boolean createAccounts() {
        return createAccounts;
    }

    @Override
    public Map<String, Provider> providers() {
        return providers;
    }

    private record Site(Optional<String> issuer, Optional<String> preset) implements Provider {

        @Override
        public Optional<String> clientId() {
            return Optional.of(CLIENT);
        }

        @Override
        public Optional<String> clientSecret() {
            return Optional.of(SECRET);
        }

        @Override
        public Optional<List<String>> scopes() {
            return Optional.empty();
        }

        @Override
        public Optional<String> label() {
            return Optional.empty();
        }
    }
}
