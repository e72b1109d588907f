package io.masthead.auth;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** What an {@code Authorization} header says, as a request to be recognised by it. */
class Credentials extends BaseAuthenticationRequest {

    /** How it says it. */
    enum Scheme {
        /** RFC 6750 section 2.1. */
        BEARER,
        /** RFC 7617. */
        BASIC,
        /** One that Masthead does not know. */
        OTHER
    }

    private final Scheme scheme;
    private final String value;
    private final String address;
    private final boolean writing;

    Credentials(Scheme scheme, String value, String address, boolean writing) {
        this.scheme = scheme;
        this.value = value;
        this.address = address;
        this.writing = writing;
    }

    Scheme scheme() {
        return scheme;
    }

    /** What stands behind the scheme. */
    String value() {
        return value;
    }

    /** The network address they came from. */
    String address() {
        return address;
    }

    /** Whether the request may change something. */
    boolean writing() {
        return writing;
    }
}
