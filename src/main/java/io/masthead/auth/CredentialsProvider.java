package io.masthead.auth;

import io.masthead.user.credential.SecretFormat;
import io.masthead.user.session.Caller;
import io.masthead.user.session.CredentialCache;
import io.masthead.user.throttle.AttemptKind;
import io.masthead.user.throttle.LoginRateLimiter;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** Authenticates credentials. */
@ApplicationScoped
class CredentialsProvider implements IdentityProvider<Credentials> {

    private final CredentialCache credentialCache;
    private final AccessTokens accessTokens;
    private final LoginRateLimiter rateLimiter;

    CredentialsProvider(CredentialCache credentialCache, AccessTokens accessTokens, LoginRateLimiter rateLimiter) {
        this.credentialCache = credentialCache;
        this.accessTokens = accessTokens;
        this.rateLimiter = rateLimiter;
    }

    @Override
    public Class<Credentials> getRequestType() {
        return Credentials.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(Credentials credentials, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(credentials));
    }

    private SecurityIdentity identify(Credentials credentials) {
        var caller = switch (credentials.scheme()) {
            case BEARER -> byBearer(credentials);
            case BASIC -> byBasic(credentials);
            case OTHER -> Optional.<Caller>empty();
        };
        return caller.map(CredentialsProvider::identity)
                .orElseThrow(() -> new AuthenticationFailedException("unknown credentials"));
    }

    private Optional<Caller> byBearer(Credentials credentials) {
        var token = credentials.value();
        // Writes are never authenticated from the cache, since they cannot be undone.
        if (!SecretFormat.API_TOKEN.hasPrefix(token)) {
            return accessTokens
                    .read(token)
                    .flatMap(claims -> credentialCache
                            .bySession(claims.sessionId(), credentials.writing())
                            .filter(caller -> isOf(caller, claims)));
        }
        return counted(
                SecretFormat.API_TOKEN,
                token,
                credentialCache.byApiToken(token, credentials.address(), credentials.writing()),
                credentials);
    }

    private Optional<Caller> byBasic(Credentials credentials) {
        try {
            var decoded = new String(Base64.getDecoder().decode(credentials.value()), StandardCharsets.UTF_8);
            int colon = decoded.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            var password = decoded.substring(colon + 1);
            return counted(
                    SecretFormat.APPLICATION_PASSWORD,
                    SecretFormat.lettersAndDigits(password),
                    credentialCache.byApplicationPassword(
                            decoded.substring(0, colon), password, credentials.address(), credentials.writing()),
                    credentials);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /**
     * Malformed credentials cost nothing and are not counted; well-formed ones take a statement. Valid
     * credentials are never delayed, so that nobody is locked out by a neighbour who guesses.
     */
    private Optional<Caller> counted(
            SecretFormat format, String secret, Optional<Caller> found, Credentials credentials) {
        if (found.isEmpty() && format.isWellFormed(secret)) {
            rateLimiter.failed(AttemptKind.TOKEN, credentials.address());
        }
        return found;
    }

    private static boolean isOf(Caller caller, AccessTokens.Claims claims) {
        return caller.actor().userId().toString().equals(claims.subject());
    }

    private static SecurityIdentity identity(Caller caller) {
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(caller.actor().userId().toString()))
                .addAttribute(CurrentActor.ATTRIBUTE, caller)
                .build();
    }
}
