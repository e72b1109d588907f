package io.masthead.auth.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Finds the endpoints of sites, by OpenID Connect Discovery 1.0 if they are not preset. */
@ApplicationScoped
class EndpointDiscovery {

    private static final String BASIC = "client_secret_basic";
    private static final Duration KEPT = Duration.ofHours(1);
    private static final int MAX_CACHED = 100;

    /** How long a failing site is not asked again, since each request waits on a thread. */
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Cache<String, Endpoints> found =
            Caffeine.newBuilder().expireAfterWrite(KEPT).maximumSize(MAX_CACHED).build();
    private final Cache<String, String> failures = Caffeine.newBuilder()
            .expireAfterWrite(RETRY_AFTER)
            .maximumSize(MAX_CACHED)
            .build();
    private final PresetEndpoints presets;
    private final ProviderCalls calls;

    EndpointDiscovery(PresetEndpoints presets, ProviderCalls calls) {
        this.presets = presets;
        this.calls = calls;
    }

    /**
     * Asks the site, unless the answer is cached.
     *
     * @throws ProviderFailedException if it does not answer, or answers for another issuer
     */
    Endpoints of(SignInProvider provider) {
        var known =
                provider.preset() == null ? null : presets.of(provider.preset()).orElse(null);
        return known == null ? found.get(provider.issuer(), this::discover) : known;
    }

    private Endpoints discover(String issuer) {
        var failure = failures.getIfPresent(issuer);
        if (failure != null) {
            throw new ProviderFailedException(failure);
        }
        try {
            return ask(issuer);
        } catch (ProviderFailedException e) {
            // Also for requests that wait for the lock meanwhile.
            failures.put(issuer, e.getMessage());
            throw e;
        }
    }

    private Endpoints ask(String issuer) {
        var base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        var document = calls.get(base + "/.well-known/openid-configuration", null);
        // Section 4.3: otherwise one site could speak for another.
        if (!issuer.equals(document.getValue("issuer"))) {
            throw new ProviderFailedException("its discovery document names another issuer");
        }
        return new Endpoints(
                issuer,
                endpoint(document, "authorization_endpoint", issuer),
                endpoint(document, "token_endpoint", issuer),
                document.getValue("userinfo_endpoint") == null ? null : endpoint(document, "userinfo_endpoint", issuer),
                null,
                endpoint(document, "jwks_uri", issuer),
                !(document.getValue("token_endpoint_auth_methods_supported") instanceof JsonArray methods)
                        || methods.contains(BASIC),
                Boolean.TRUE.equals(document.getValue("authorization_response_iss_parameter_supported")));
    }

    /** Secrets are sent over TLS only, unless the operator has chosen a site without it. */
    private static String endpoint(JsonObject document, String name, String issuer) {
        var schemes = issuer.startsWith("http:") ? List.of("http:", "https:") : List.of("https:");
        var url = Profile.text(document, name);
        if (url == null || schemes.stream().noneMatch(url::startsWith)) {
            throw new ProviderFailedException("its discovery document lacks an endpoint, or one with TLS");
        }
        return url;
    }
}
