package io.masthead.auth;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** The credentials in an {@code Authorization} header. */
class Credentials extends BaseAuthenticationRequest {

    /** The authentication scheme. */
    enum Scheme {
        /** RFC 6750 section 2.1. */
        BEARER,
        /** RFC 7617. */
        BASIC,
        /** An unsupported scheme. */
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

    /** The text after the scheme. */
    String value() {
        return value;
    }

    /** The client's network address. */
    String address() {
        return address;
    }

    /** Whether the request may change something. */
    boolean writing() {
        return writing;
    }
}
