package io.masthead.api.v1.http;

/** Headers that have no constant elsewhere. */
public final class Headers {

    /** draft-ietf-httpapi-idempotency-key-header. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private Headers() {}
}
