package io.masthead.auth;

import io.masthead.user.TokenService;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;

import jakarta.enterprise.context.ApplicationScoped;

/** Knows whose a token is. */
@ApplicationScoped
class TokenIdentityProvider implements IdentityProvider<TokenRequest> {

    private final TokenService tokens;

    TokenIdentityProvider(TokenService tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<TokenRequest> getRequestType() {
        return TokenRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenRequest request, AuthenticationRequestContext context) {
        return context.runBlocking(() -> identify(request.token()));
    }

    private SecurityIdentity identify(String token) {
        var actor =
                tokens.authenticate(token)
                        .orElseThrow(
                                () -> new AuthenticationFailedException("unknown bearer token"));
        return QuarkusSecurityIdentity.builder()
                .setPrincipal(new QuarkusPrincipal(actor.userId().toString()))
                .addAttribute(CurrentActor.ATTRIBUTE, actor)
                .build();
    }
}
