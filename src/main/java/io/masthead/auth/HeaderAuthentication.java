package io.masthead.auth;

import io.masthead.web.Proxies;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the {@code Authorization} header: access tokens and API tokens as bearer tokens, application passwords
 * by Basic. Credentials in URLs are ignored.
 */
@ApplicationScoped
class HeaderAuthentication implements HttpAuthenticationMechanism {

    /** Before Quarkus' own mechanisms, so that none of them reads the header. */
    private static final int FIRST = 5_000;

    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final Proxies proxies;

    HeaderAuthentication(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager providers) {
        var request = context.request();
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return Uni.createFrom().optional(Optional.empty());
        }
        var parts = header.strip().split("\\s+", 2);
        return providers.authenticate(new Credentials(
                scheme(parts[0]),
                parts.length == 2 ? parts[1] : "",
                proxies.clientOf(request),
                !READING.contains(request.method())));
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return Set.of(Credentials.class);
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.AUTHORIZATION, "bearer"));
    }

    @Override
    public int getPriority() {
        return FIRST;
    }

    private static Credentials.Scheme scheme(String name) {
        // An unsupported scheme counts as invalid credentials, not as none.
        for (var scheme : Credentials.Scheme.values()) {
            if (scheme.name().equalsIgnoreCase(name)) {
                return scheme;
            }
        }
        return Credentials.Scheme.OTHER;
    }
}
