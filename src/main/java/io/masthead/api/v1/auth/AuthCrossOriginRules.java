package io.masthead.api.v1.auth;

import io.masthead.web.CrossOriginRules;
import jakarta.inject.Singleton;

/** The rules for sign-in, where pages of allowed origins may use the session cookie. */
@Singleton
class AuthCrossOriginRules implements CrossOriginRules {

    @Override
    public String prefix() {
        return "/api/v1/auth/";
    }

    @Override
    public String methods() {
        return "GET, HEAD, POST";
    }

    @Override
    public String headers() {
        return "Authorization, Content-Type";
    }

    @Override
    public String exposed() {
        return "Location, Retry-After";
    }

    @Override
    public boolean answersPreflights() {
        return false;
    }

    @Override
    public boolean takesCredentials() {
        return true;
    }
}
