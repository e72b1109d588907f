package io.masthead.web;

import jakarta.inject.Singleton;

/** For all paths without rules of another surface. */
@Singleton
class OwnCrossOriginRules implements CrossOriginRules {

    private static final String HEADERS =
            "Authorization, Content-Disposition, Content-Type, If-Match, If-None-Match, Idempotency-Key, "
                    + CacheRules.POST_PASSWORD
                    + ", "
                    + CacheRules.COMMENT_TOKEN;

    @Override
    public String prefix() {
        return "/";
    }

    @Override
    public String methods() {
        return "GET, HEAD, POST, PUT, PATCH, DELETE";
    }

    @Override
    public String headers() {
        return HEADERS;
    }

    @Override
    public String exposed() {
        return "Content-Range, ETag, Link, Location, Retry-After";
    }

    @Override
    public boolean answersPreflights() {
        return false;
    }

    @Override
    public boolean takesCredentials() {
        return false;
    }
}
