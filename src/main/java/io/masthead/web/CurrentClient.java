package io.masthead.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** What a request tells of the client that sent it. */
@RequestScoped
public class CurrentClient {

    /** No header is a reason to refuse a request, so longer ones are cut. */
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

    /** Empty where it says nothing. */
    public String userAgent() {
        return header(HttpHeaders.USER_AGENT);
    }

    /** The page it says it came from; empty where it says nothing. */
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
