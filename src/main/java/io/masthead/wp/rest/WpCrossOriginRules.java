package io.masthead.wp.rest;

import io.masthead.web.CrossOriginRules;
import jakarta.inject.Singleton;

/** As WordPress answers pages of other origins, for those that the operator names. */
@Singleton
class WpCrossOriginRules implements CrossOriginRules {

    /** WordPress names these in every answer, whoever asks. */
    static final String HEADERS = "Authorization, X-WP-Nonce, Content-Disposition, Content-MD5, Content-Type";

    static final String EXPOSED = "X-WP-Total, X-WP-TotalPages, Link";

    @Override
    public String prefix() {
        return WpGateway.ROOT;
    }

    @Override
    public String methods() {
        return "OPTIONS, GET, POST, PUT, PATCH, DELETE";
    }

    @Override
    public String headers() {
        return HEADERS;
    }

    @Override
    public String exposed() {
        return EXPOSED;
    }

    @Override
    public boolean answersPreflights() {
        return true;
    }

    @Override
    public boolean takesCredentials() {
        return true;
    }
}
