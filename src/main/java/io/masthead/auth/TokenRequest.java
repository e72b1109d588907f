package io.masthead.auth;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A bearer token that wants to be somebody. */
class TokenRequest extends BaseAuthenticationRequest {

    private final String token;

    TokenRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
