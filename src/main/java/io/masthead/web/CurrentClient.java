package io.masthead.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** What a request reveals about its client. */
@RequestScoped
public class CurrentClient {

    /** Longer headers are cut, since a header is no reason to refuse a request. */
    private static final int MAX_HEADER = 1_000;

    private final ClientAddress address;
    private final HttpHeaders headers;

    CurrentClient(ClientAddress address, HttpHeaders headers) {
        this.address = address;
        this.headers = headers;
    }

    /** See {@link ClientAddress}. */
    public String address() {
        return address.get();
    }

    /** Empty if absent. */
    public String userAgent() {
        return header(HttpHeaders.USER_AGENT);
    }

    /** The Referer header; empty if absent. */
    public String referrer() {
        return header("Referer");
    }

    private String header(String name) {
        var value = headers.getHeaderString(name);
        if (value == null) {
            return "";
        }
        return value.length() <= MAX_HEADER ? value : value.substring(0, MAX_HEADER);
    }
}
